import type { SeriesRow } from '../evaluate/series.js';
import { groupBy } from '../facts/group-by.js';
import type { SeriesDifference } from './series-difference.js';

/** One message of `<prefix>.indicator.changed`: an indicator of one region moved in these months. */
export interface Announcement {
  readonly indicator: string;
  readonly region: string;
  readonly body: string;
}

/**
 * One announcement per indicator and region, whatever number of months moved; it carries the newest of the changed
 * values. Who needs the others reads them.
 */
export function announcementsOf({ changed, vanished }: SeriesDifference): Announcement[] {
  const moved = groupBy([...changed, ...vanished], ({ indicator, region }) => `${indicator} ${region}`);
  return [...moved.values()].map((rows) => {
    const sorted = rows.toSorted((a, b) => (a.periodEnd < b.periodEnd ? -1 : 1));
    const { indicator, region } = sorted[0]!;
    const newest = sorted.findLast((row): row is SeriesRow => 'value' in row);
    const body = {
      indicator,
      region,
      from: sorted[0]!.periodEnd,
      to: sorted.at(-1)!.periodEnd,
      newest: newest
        ? { periodEnd: newest.periodEnd, value: newest.value, numerator: newest.numerator, denominator: newest.denominator }
        : null,
    };
    return { indicator, region, body: JSON.stringify(body) };
  });
}
