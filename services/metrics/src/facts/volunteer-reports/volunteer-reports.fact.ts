import { monthOf } from '@minhai/domain';
import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { flow } from '../measure.js';
import { monthKey, uncoveredOf, uncoveredRow } from '../monthly-report.js';
import { SERVED } from '../volunteer-passports/volunteer-passports.fact.js';

export const REPORTED = 'cn.gov.mca.volunteer.service.reported';

type Service = EventOf<typeof SERVED>;
type Report = EventOf<typeof REPORTED>;

const isServed = ofType(SERVED);
const isReported = ofType(REPORTED);

/** A base’s report says what its region’s report includes; only the latter is counted. */
const isOfRegion = ({ data }: Report): boolean => data.scope === 'REGION';

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const reports = history
    .filter(isReported)
    .filter(isOfRegion)
    .map((event) => ({
      event,
      region: event.data.region,
      series: '',
      amounts: { MINUTES: event.data.minutes },
    }));
  const { uncovered, findings } = uncoveredOf(reports, () =>
    history
      .filter(isServed)
      .map((event) => ({ event, series: '', amounts: { MINUTES: event.data.minutes } })),
  );
  return {
    rows: uncovered.map((rest) => uncoveredRow(rest, 'volunteer.service-minutes-beyond', {})),
    findings,
  };
}

/** Minutes of voluntary service that 街镇 and districts report of a month beyond its single records. */
export const fact: FactDefinition = {
  name: 'volunteer.reports',
  titles: { zh: '志愿服务月报', en: 'Monthly reports of voluntary service' },
  measures: [
    flow(
      'volunteer.service-minutes-beyond',
      '分钟',
      '汇总上报中未逐条记录的志愿服务时长',
      'Minutes of service reported beyond single records',
    ),
  ],
  reads: {
    [SERVED]: (event: Service) => [monthKey(event.regionId, monthOf(event.day))],
    [REPORTED]: ({ regionId, data }: Report) => [monthKey(regionId, data.period)],
  },
  fold,
};
