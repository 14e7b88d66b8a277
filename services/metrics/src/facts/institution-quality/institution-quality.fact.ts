import { parseDecimal, rescale } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type Phase, phasesOf } from '../bed-capacity/institution-phases.js';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { ofInstitution, outsideOpening, readsOfLife } from '../institution-life.js';
import { flow } from '../measure.js';
import { flowRow } from '../row.js';
import { contains } from '../span.js';

const SCORED = 'cn.gov.mca.eldercare.quality.scored';

type Scored = EventOf<typeof SCORED>;

const isScored = ofType(SCORED);

/** A mean is points ÷ scores: both are summed, and divided once. */
function scoreRows(event: Scored, phases: readonly Phase[]): FactRow[] {
  const phase = phases.find((candidate) => contains(candidate, event.day));
  const row = (measure: string, amount: number): FactRow => ({
    ...flowRow(event, measure, {}, amount),
    ...phase?.place,
  });
  return [row('eldercare.quality-scores', 1), row('eldercare.quality-points', hundredths(event.data.score))];
}

const hundredths = (score: string): number => Number(rescale(parseDecimal(score)!, 2).unscaled);

/** One score a month: the first counts. */
const scoredAgain = ([first, ...further]: readonly Scored[]): Finding[] =>
  further.map((event) =>
    finding('LIMIT', [first!, event], { case: 'scored twice for a month', month: event.data.month }),
  );

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { phases } = phasesOf(history);
  const scored = history.filter(isScored);
  const months = [...groupBy(scored, ({ data }) => data.month).values()];
  return {
    rows: months.flatMap(([first]) => scoreRows(first!, phases)),
    findings: [
      ...months.flatMap(scoredAgain),
      ...scored.flatMap((event) => outsideOpening(event, event.day, phases, 'scored')),
    ],
  };
}

/** Monthly quality scores of institutions, 0 to 100. */
export const fact: FactDefinition = {
  name: 'eldercare.institution-quality',
  titles: { zh: '养老机构服务质量监测', en: 'Quality monitoring of institutions' },
  measures: [
    flow('eldercare.quality-scores', '次', '质量评分次数', 'Monthly quality scores'),
    { ...flow('eldercare.quality-points', '分', '质量评分合计', 'Sum of monthly quality scores'), scale: 2 },
  ],
  reads: { ...readsOfLife, [SCORED]: ofInstitution },
  fold,
};
