import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { flow } from '../measure.js';
import { monthKey, uncoveredOf, uncoveredRow } from '../monthly-report.js';
import { protectedPeople } from '../protected-measure.js';

export const REPORTED = 'cn.gov.mca.assistance.benefit.reported';

type Report = EventOf<typeof REPORTED>;

/** A code holds no colon. */
const seriesOf = ({ item, category }: Report['data']): string => `${item}:${category}`;

/** A district's report holds its streets'; what they do not account for is of no street. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const reports = (history as readonly Report[]).map((event) => ({
    event,
    region: event.data.region,
    series: seriesOf(event.data),
    amounts: { PERSON_TIMES: event.data.personTimes },
  }));
  const { uncovered, findings } = uncoveredOf(reports);
  const rows = uncovered.map((rest) => {
    const [item, category] = rest.series.split(':') as [string, string];
    return uncoveredRow(rest, 'assistance.person-times', { item, category });
  });
  return { rows, findings };
}

/** How many times somebody was helped, as reported by month: every benefit-month and every case, not persons. */
export const fact: FactDefinition = {
  name: 'assistance.person-times',
  version: 2,
  titles: { zh: '救助人次', en: 'Assistance, person-times' },
  measures: [
    protectedPeople(flow('assistance.person-times', '人次', '救助惠及人次', 'Times a person was helped')),
  ],
  reads: { [REPORTED]: ({ regionId, data }: Report) => [monthKey(regionId, data.period)] },
  fold,
};
