import type { FactEvent, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { firstOfEach } from '../first-of-each.js';
import { type Amounts, type SingleRecord, uncoveredOf, uncoveredRow } from '../monthly-report.js';
import { reachOf } from './reach.js';
import { isAccepted, isCompleted } from './service-case.js';

export const REPORTED = 'cn.gov.mca.service.item.reported';

const isReported = ofType(REPORTED);

const amountsOf = ({
  accepted,
  completed,
  crossDistrict,
  crossProvince,
}: EventOf<typeof REPORTED>['data']): Amounts => ({
  LOCAL: accepted - crossDistrict - crossProvince,
  CROSS_DISTRICT: crossDistrict,
  CROSS_PROVINCE: crossProvince,
  COMPLETED: completed,
});

/** A number counts once among the accepted and once among the completed. */
function singlesOf(history: readonly FactEvent<any>[]): SingleRecord[] {
  const cases = history.filter((event) => isAccepted(event) || isCompleted(event));
  return firstOfEach(cases, ({ type, data }) => `${type} ${data.serviceNo}`).first.map((event) => {
    const { itemCode, acceptingRegion, handlingRegion } = event.data;
    const of = isAccepted(event) ? reachOf(acceptingRegion, handlingRegion) : 'COMPLETED';
    return { event, series: itemCode, amounts: { [of]: 1 } };
  });
}

/** What reports of a month say beyond its single cases. */
export function foldMonth(history: readonly FactEvent<any>[]): FoldResult {
  const reports = history.filter(isReported).map((event) => ({
    event,
    region: event.data.region,
    series: event.data.itemCode,
    amounts: amountsOf(event.data),
  }));
  const { uncovered, findings } = uncoveredOf(reports, () => singlesOf(history));
  // A report says neither how items came in nor, of those completed, where they came from.
  const rows = uncovered.map((rest) =>
    rest.of === 'COMPLETED'
      ? uncoveredRow(rest, 'service.items-completed', { outcome: 'REPORTED', reach: 'UNKNOWN' })
      : uncoveredRow(rest, 'service.items-accepted', { channel: 'REPORTED', reach: rest.of }),
  );
  return { rows, findings };
}
