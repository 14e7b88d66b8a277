import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { flow } from '../measure.js';
import { monthKey, uncoveredOf, uncoveredRow } from '../monthly-report.js';
import { people } from '../protected-measure.js';

const REPORTED = 'cn.gov.mca.eldercare.homecare.reported';

type Reported = EventOf<typeof REPORTED>;

const isReported = ofType(REPORTED);

const MEASURE_OF: Readonly<Record<string, string>> = {
  PERSONS: 'eldercare.homecare-person-months',
  HOURS: 'eldercare.homecare-hours',
  SUBSIDY: 'eldercare.homecare-subsidy',
};

/** Of a month and region the report recorded last holds; a report of the district is the total of its streets. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const reports = history.filter(isReported).map((event) => ({
    event,
    region: event.data.region,
    series: '',
    amounts: { PERSONS: event.data.persons, HOURS: event.data.hours, SUBSIDY: event.data.subsidyFen },
  }));
  const { uncovered, findings } = uncoveredOf(reports);
  return { rows: uncovered.map((rest) => uncoveredRow(rest, MEASURE_OF[rest.of]!, {})), findings };
}

/** Home care as delivered, by monthly report. Grants say who is entitled; they are a fact of their own. */
export const fact: FactDefinition = {
  name: 'eldercare.homecare-reports',
  titles: { zh: '居家养老服务月报', en: 'Home care delivered, by month' },
  measures: [
    people(flow('eldercare.homecare-person-months', '人月', '服务人月', 'Persons served, each month')),
    flow('eldercare.homecare-hours', '小时', '服务时长', 'Hours of care'),
    // 1 fen is 10^-6 万元.
    { ...flow('eldercare.homecare-subsidy', '万元', '服务补贴', 'Subsidy'), scale: 6 },
  ],
  reads: { [REPORTED]: ({ regionId, data }: Reported) => [monthKey(regionId, data.period)] },
  fold,
};
