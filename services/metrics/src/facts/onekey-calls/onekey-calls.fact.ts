import { monthOf } from '@minhai/domain';
import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { firstOfEach } from '../first-of-each.js';
import { flow } from '../measure.js';
import { isMonthKey, monthKey, uncoveredOf, uncoveredRow } from '../monthly-report.js';
import { CALLED, CLOSED, type Called, type Closed, foldCall, isCalled } from './call.js';

const REPORTED = 'cn.gov.mca.eldercare.onekey.reported';

type Reported = EventOf<typeof REPORTED>;

const isReported = ofType(REPORTED);

/** What reports say beyond the calls recorded one by one; a number called twice is one call. */
function foldMonth(history: readonly FactEvent<any>[]): FoldResult {
  const reports = history.filter(isReported).map((event) => ({
    event,
    region: event.data.region,
    series: event.data.service,
    amounts: { CALLS: event.data.count },
  }));
  const { uncovered, findings } = uncoveredOf(reports, () =>
    firstOfEach(history.filter(isCalled), ({ data }) => data.callId).first.map((event) => ({
      event,
      series: event.data.service,
      amounts: { CALLS: 1 },
    })),
  );
  return {
    rows: uncovered.map((rest) =>
      uncoveredRow(rest, 'eldercare.onekey-calls', { service: rest.series, record: 'REPORT' }),
    ),
    findings,
  };
}

/** One-key calls, one by one and what monthly reports say beyond them. */
export const fact: FactDefinition = {
  name: 'eldercare.onekey-calls',
  titles: { zh: '一键通服务', en: 'One-key services' },
  measures: [
    flow('eldercare.onekey-calls', '次', '一键通呼叫', 'Calls, by service'),
    flow('eldercare.onekey-closings', '次', '一键通办结', 'Calls closed, by service and outcome'),
    flow('eldercare.onekey-answers', '次', '一键通应答', 'Calls whose time of answer is known'),
    flow('eldercare.onekey-answer-seconds', '秒', '一键通应答用时合计', 'Sum of the times of answer'),
  ],
  reads: {
    [CALLED]: (event: Called) => [`call:${event.data.callId}`, monthKey(event.regionId, monthOf(event.day))],
    [CLOSED]: ({ data }: Closed) => [`call:${data.callId}`],
    [REPORTED]: ({ regionId, data }: Reported) => [monthKey(regionId, data.period)],
  },
  fold: (history, entity) => (isMonthKey(entity) ? foldMonth(history) : foldCall(history)),
};
