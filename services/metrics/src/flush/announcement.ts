import { type ShownFigures, shownFigures } from '../disclosure/shown-figures.js';
import type { SeriesRow } from '../evaluate/series.js';
import { groupBy } from '../facts/group-by.js';
import { type SeriesDifference, type SeriesKey, seriesName } from './series-difference.js';

/** One message of `<prefix>.indicator.changed`: an indicator of one region moved in these months. */
export interface Announcement {
  readonly indicator: string;
  readonly region: string;
  readonly body: string;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * One announcement per indicator and region, whatever number of months moved; it carries the newest of the changed
 * values. Who needs the others reads them. `withheld`: names of figures that would tell of few people; they are null.
 */
export function announcementsOf(
  { changed, vanished }: SeriesDifference,
  withheld: ReadonlySet<string> = NONE,
): Announcement[] {
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
      newest: newest ? valueOf(newest, withheld.has(seriesName(newest))) : null,
    };
    return { indicator, region, body: JSON.stringify(body) };
  });
}

const nameOf = ({ indicator, region }: SeriesKey): string => `${indicator} ${region}`;

const valueOf = (row: SeriesRow, withheld: boolean): ShownFigures & Pick<SeriesRow, 'periodEnd'> => ({
  periodEnd: row.periodEnd,
  ...shownFigures(row, withheld),
});
