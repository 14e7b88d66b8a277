import type { SeriesRow } from '../evaluate/series.js';

export type SeriesKey = Pick<SeriesRow, 'indicator' | 'region' | 'periodEnd'>;

export interface SeriesDifference {
  /** New or changed. */
  readonly changed: readonly SeriesRow[];
  readonly vanished: readonly SeriesKey[];
}

export const seriesName = ({ indicator, region, periodEnd }: SeriesKey): string =>
  `${indicator} ${region} ${periodEnd}`;

export const isSameFigure = (a: SeriesRow, b: SeriesRow): boolean =>
  a.value === b.value && a.numerator === b.numerator && a.denominator === b.denominator;

/** What must be written so that `stored` becomes `computed`. */
export function differenceOf(stored: readonly SeriesRow[], computed: readonly SeriesRow[]): SeriesDifference {
  const before = new Map(stored.map((row) => [seriesName(row), row]));
  const changed = computed.filter((row) => {
    const name = seriesName(row);
    const known = before.get(name);
    before.delete(name);
    return !known || !isSameFigure(known, row);
  });
  return { changed, vanished: [...before.values()] };
}
