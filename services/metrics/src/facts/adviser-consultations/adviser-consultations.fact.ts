import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { CLOSED, OPENED } from '../adviser-points/adviser-points.fact.js';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { flow } from '../measure.js';
import { flowRow } from '../row.js';
import { contains } from '../span.js';
import { type Tenure, tenuresOf } from '../tenure.js';

export const CONSULTED = 'cn.gov.mca.eldercare.consultation.recorded';

type PointEvent = EventOf<typeof OPENED> | EventOf<typeof CLOSED> | EventOf<typeof CONSULTED>;
type Consultation = EventOf<typeof CONSULTED>;

const isConsultation = ofType(CONSULTED);

const consultationRow = (event: Consultation): FactRow =>
  flowRow(event, 'eldercare.consultations', { topic: event.data.topic });

/** It was held all the same, so it counts; what is known of the point does not fit. */
function withoutPoint(event: Consultation, tenures: readonly Tenure[]): Finding[] {
  const { day } = event;
  if (tenures.some((tenure) => contains(tenure, day))) return [];
  return tenures.some(({ from }) => from <= day)
    ? [finding('STATE', [event], { case: 'consulted while closed', day })]
    : [finding('MISSING_PREDECESSOR', [event], { case: 'consulted before opened', day })];
}

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const consultations = history.filter(isConsultation);
  const { tenures } = tenuresOf(history, {
    isBegin: ofType(OPENED),
    isEnd: ofType(CLOSED),
    begun: 'opened',
    ended: 'closed',
  });
  return {
    rows: consultations.map(consultationRow),
    findings: consultations.flatMap((event) => withoutPoint(event, tenures)),
  };
}

const ofPoint = ({ data }: PointEvent): string[] => [data.pointId];

/** Consultations of an adviser point. Whether its openings and closings fit is told by the points of the 街镇. */
export const fact: FactDefinition = {
  name: 'eldercare.adviser-consultations',
  titles: { zh: '养老顾问咨询', en: 'Consultations of elder-care advisers' },
  measures: [flow('eldercare.consultations', '次', '咨询次数', 'Consultations, by topic')],
  reads: { [OPENED]: ofPoint, [CLOSED]: ofPoint, [CONSULTED]: ofPoint },
  fold,
};
