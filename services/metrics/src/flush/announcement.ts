import type { SeriesRow } from '../evaluate/series.js';
import { groupBy } from '../facts/group-by.js';
import type { SeriesDifference, SeriesKey } from './series-difference.js';

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
  const values = groupBy(changed, nameOf);
  const moved = groupBy([...changed, ...vanished], nameOf);
  return [...moved].map(([name, keys]) => {
    const { indicator, region } = keys[0]!;
    const periods = keys.map(({ periodEnd }) => periodEnd).sort();
    const newest = values.get(name)?.reduce((a, b) => (b.periodEnd > a.periodEnd ? b : a));
    const body = {
      indicator,
      region,
      from: periods[0],
      to: periods.at(-1),
      newest: newest ? valueOf(newest) : null,
    };
    return { indicator, region, body: JSON.stringify(body) };
  });
}

const nameOf = ({ indicator, region }: SeriesKey): string => `${indicator} ${region}`;

const valueOf = ({ periodEnd, value, numerator, denominator }: SeriesRow) => ({
  periodEnd,
  value,
  numerator,
  denominator,
});
