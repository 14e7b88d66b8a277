import type { FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { type Amounts, type SingleRecord, uncoveredOf } from '../monthly-report.js';
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
  const seen = new Set<string>();
  return history.flatMap((event): SingleRecord[] => {
    if (!isAccepted(event) && !isCompleted(event)) return [];
    const { serviceNo, itemCode, acceptingRegion, handlingRegion } = event.data;
    const of = isAccepted(event) ? reachOf(acceptingRegion, handlingRegion) : 'COMPLETED';
    if (seen.has(`${event.type} ${serviceNo}`)) return [];
    seen.add(`${event.type} ${serviceNo}`);
    return [{ event, series: itemCode, amounts: { [of]: 1 } }];
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
  if (reports.length === 0) return { rows: [], findings: [] };
  const { uncovered, findings } = uncoveredOf(reports, singlesOf(history));
  return {
    rows: uncovered.map(({ report, place, of, amount, causes }): FactRow => ({
      measure: of === 'COMPLETED' ? 'service.items-completed' : 'service.items-accepted',
      ...place,
      // A report says neither how items came in nor, of those completed, where they came from.
      dims:
        of === 'COMPLETED' ? { outcome: 'REPORTED', reach: 'UNKNOWN' } : { channel: 'REPORTED', reach: of },
      amount,
      validFrom: report.day,
      validUntil: null,
      causes,
    })),
    findings,
  };
}
