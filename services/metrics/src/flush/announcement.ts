import { type ShownFigures, shownFigures } from '../disclosure/shown-figures.js';
import type { SeriesRow } from '../evaluate/series.js';
import { groupBy } from '../facts/group-by.js';
import type { WithheldNames } from './flush-withheld.js';
import {
  type Causes,
  type SeriesDifference,
  type SeriesKey,
  regionName,
  seriesName,
} from './series-difference.js';

/** One message of `<prefix>.indicator.changed`: an indicator of one region moved in these months. */
export interface Announcement {
  readonly indicator: string;
  readonly region: string;
  readonly body: string;
}

/** A figure with what it was divided from; decimals as strings. */
type Figure = ShownFigures & Pick<SeriesRow, 'periodEnd'>;

/** What a message says. */
export interface AnnouncementBody {
  readonly indicator: string;
  readonly region: string;
  /** First and last month end that moved, and how many did. */
  readonly from: string;
  readonly to: string;
  readonly months: number;
  /** The newest of the changed figures, and the same month as it was; null for what is not there. */
  readonly newest: Figure | null;
  readonly previous: Figure | null;
  /**
   * The events that moved it, the first 20 by id; null after a new definition or a rebuild, and where a figure is
   * withheld: their number is the number of people.
   */
  readonly causes: Causes | null;
}

const NOTHING: WithheldNames = { now: new Set(), before: new Set() };

/**
 * One announcement per indicator and region, whatever number of months moved; it carries the newest of the changed
 * values. Who needs the others reads them. Figures that would tell of few people are announced without their values.
 */
export function announcementsOf(
  difference: SeriesDifference,
  withheld: WithheldNames = NOTHING,
): Announcement[] {
  const values = groupBy(difference.changed, regionName);
  const moved = groupBy([...difference.changed, ...difference.vanished], regionName);
  return [...moved].map(([name, keys]) => {
    const { indicator, region } = keys[0]!;
    const row = newestOf(values.get(name) ?? []);
    const newest = row ? figureOf(row, withheld.now) : null;
    const previous = previousOf(difference, row ?? newestOf(keys)!, withheld.before);
    const tellsFew = newest?.withheld || previous?.withheld;
    const body: AnnouncementBody = {
      indicator,
      region,
      ...rangeOf(keys),
      newest,
      previous,
      causes: tellsFew ? null : (difference.causes.get(name) ?? null),
    };
    return { indicator, region, body: JSON.stringify(body) };
  });
}

const newestOf = <Key extends SeriesKey>(keys: readonly Key[]): Key | undefined =>
  keys.length === 0 ? undefined : keys.reduce((a, b) => (b.periodEnd > a.periodEnd ? b : a));

function rangeOf(keys: readonly SeriesKey[]): Pick<AnnouncementBody, 'from' | 'to' | 'months'> {
  const periods = keys.map(({ periodEnd }) => periodEnd).sort();
  return { from: periods[0]!, to: periods.at(-1)!, months: periods.length };
}

function previousOf(
  { previous }: SeriesDifference,
  key: SeriesKey,
  withheld: ReadonlySet<string>,
): Figure | null {
  const row = previous.get(seriesName(key));
  return row ? figureOf(row, withheld) : null;
}

const figureOf = (row: SeriesRow, withheld: ReadonlySet<string>): Figure => ({
  periodEnd: row.periodEnd,
  ...shownFigures(row, withheld.has(seriesName(row))),
});
