import type { SeriesRow } from '../evaluate/series.js';

export type SeriesKey = Pick<SeriesRow, 'indicator' | 'region' | 'periodEnd'>;

/** What moved the series of one region: how many events, and the first of them. */
export interface Causes {
  readonly count: number;
  readonly events: readonly string[];
}

export interface SeriesDifference {
  /** New or changed. */
  readonly changed: readonly SeriesRow[];
  readonly vanished: readonly SeriesKey[];
  /** What changed or vanished as it was, by `seriesName`; nothing for what is new. */
  readonly previous: ReadonlyMap<string, SeriesRow>;
  /** By `regionName`; nothing where no event moved it: the definition is another one, or the tables were rebuilt. */
  readonly causes: ReadonlyMap<string, Causes>;
}

export const NO_DIFFERENCE: SeriesDifference = {
  changed: [],
  vanished: [],
  previous: new Map(),
  causes: new Map(),
};

export const regionName = ({ indicator, region }: Pick<SeriesKey, 'indicator' | 'region'>): string =>
  `${indicator} ${region}`;

export const seriesName = ({ indicator, region, periodEnd }: SeriesKey): string =>
  `${indicator} ${region} ${periodEnd}`;

export const isSameFigure = (a: SeriesRow, b: SeriesRow): boolean =>
  a.value === b.value && a.numerator === b.numerator && a.denominator === b.denominator;

/** What must be written so that `stored` becomes `computed`. */
export function differenceOf(stored: readonly SeriesRow[], computed: readonly SeriesRow[]): SeriesDifference {
  const before = new Map(stored.map((row) => [seriesName(row), row]));
  const previous = new Map<string, SeriesRow>();
  const changed = computed.filter((row) => {
    const name = seriesName(row);
    const known = before.get(name);
    before.delete(name);
    if (known && isSameFigure(known, row)) return false;
    if (known) previous.set(name, known);
    return true;
  });
  for (const [name, row] of before) previous.set(name, row);
  return { changed, vanished: [...before.values()], previous, causes: new Map() };
}
