import { type BusinessMonth, type Decimal, lastDayOfMonth } from '@minhai/domain';
import { type RegionSums, type SeriesRow, figureOf, isOfTerm, monthsOf, sumsOf } from '../evaluate/series.js';
import { termsOf } from '../evaluate/window.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { causesOf } from './causes.js';
import type { MonthSums } from './month-sums.js';
import type { MovedMonth } from './moved-cell.js';
import {
  type Causes,
  type SeriesDifference,
  type SeriesKey,
  regionName,
  seriesName,
} from './series-difference.js';

/** An indicator with the notes that move it, and the sums of the regions that they can change. */
interface Touched {
  readonly indicator: IndicatorDefinition;
  readonly notes: readonly MovedMonth[];
  readonly before: ReadonlyMap<string, Sums>;
}

interface Sums extends RegionSums {
  readonly months: readonly BusinessMonth[];
}

/**
 * Brings the sums up to date and answers what that changes in the series: only regions with notes are summed again,
 * only months whose sums differ are divided. Where the first or the last month of an indicator may move, all its
 * regions gain or lose months with it.
 */
export function updateSeries(
  indicators: readonly IndicatorDefinition[],
  sums: MonthSums,
  notes: readonly MovedMonth[],
): SeriesDifference {
  const touched = indicators.flatMap((indicator) => touchedBy(indicator, sums, notes) ?? []);
  sums.apply(notes);
  const difference = new Collected();
  for (const one of touched) {
    const after = sumsByRegion(one.indicator, sums, new Set(one.before.keys()));
    for (const [region, before] of one.before)
      difference.compare(one, region, { before, after: after.get(region)! });
  }
  return difference;
}

function touchedBy(
  indicator: IndicatorDefinition,
  sums: MonthSums,
  notes: readonly MovedMonth[],
): Touched | undefined {
  const own = notes.filter((note) => isCountedBy(indicator, note));
  if (own.length === 0) return undefined;
  const cells = sums.cellsOf(indicator);
  const regions = new Set([indicator.district]);
  if (indicator.breakdown === 'street') {
    const moved = mayMoveRange(monthsOf(cells), own) ? [...cells, ...own] : own;
    for (const { street } of moved) regions.add(street);
  }
  return { indicator, notes: own, before: sumsByRegion(indicator, sums, regions) };
}

function isCountedBy(indicator: IndicatorDefinition, { measure, district, dims }: MovedMonth): boolean {
  const terms = termsOf(indicator).filter((term) => term.measure === measure);
  if (district !== indicator.district || terms.length === 0) return false;
  if (terms.some(({ where }) => where === undefined)) return true;
  const cell = { measure, dims: JSON.parse(dims) as Record<string, string> };
  return terms.some((term) => isOfTerm(cell, term));
}

const mayMoveRange = (months: readonly BusinessMonth[], notes: readonly MovedMonth[]): boolean => {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return true;
  return notes.some(({ month, days }) =>
    days < 0 ? month <= first || month >= last : month < first || month > last,
  );
};

/** A region without cells has no series. */
function sumsByRegion(
  indicator: IndicatorDefinition,
  sums: MonthSums,
  regions: ReadonlySet<string>,
): Map<string, Sums> {
  const months = monthsOf(sums.cellsOf(indicator));
  return new Map(
    [...regions].map((region) => {
      const cells = sums.cellsOf(indicator, region === indicator.district ? undefined : region);
      return [region, cells.length === 0 ? NO_SUMS : { months, ...sumsOf(indicator, cells, months) }];
    }),
  );
}

const NO_SUMS: Sums = { months: [], numerator: [], denominator: null };

class Collected implements SeriesDifference {
  readonly changed: SeriesRow[] = [];
  readonly vanished: SeriesKey[] = [];
  readonly previous = new Map<string, SeriesRow>();
  readonly causes = new Map<string, Causes>();

  compare(
    { indicator, notes }: Touched,
    region: string,
    { before, after }: { readonly before: Sums; readonly after: Sums },
  ): void {
    const places = new Map(before.months.map((month, i) => [month, i]));
    const size = this.previous.size + this.changed.length;
    for (const [i, month] of after.months.entries()) {
      const at = places.get(month);
      places.delete(month);
      if (at !== undefined && isSameSum(before, at, after, i)) continue;
      if (at !== undefined) this.remember(indicator, region, before, at);
      this.changed.push(figureOf(indicator, region, month, figuresAt(after, i)));
    }
    for (const [month, at] of places) {
      this.vanished.push({ indicator: indicator.id, region, periodEnd: lastDayOfMonth(month) });
      this.remember(indicator, region, before, at);
    }
    if (this.previous.size + this.changed.length > size)
      this.causes.set(regionName({ indicator: indicator.id, region }), causesOf(indicator, region, notes));
  }

  private remember(indicator: IndicatorDefinition, region: string, sums: Sums, at: number): void {
    const row = figureOf(indicator, region, sums.months[at]!, figuresAt(sums, at));
    this.previous.set(seriesName(row), row);
  }
}

const figuresAt = ({ numerator, denominator }: Sums, i: number) => ({
  numerator: numerator[i]!,
  denominator: denominator && denominator[i]!,
});

/** Sums of one indicator have one scale. */
const isSame = (a: Decimal | null, b: Decimal | null): boolean => a?.unscaled === b?.unscaled;

function isSameSum(a: Sums, i: number, b: Sums, j: number): boolean {
  const [before, after] = [figuresAt(a, i), figuresAt(b, j)];
  return isSame(before.numerator, after.numerator) && isSame(before.denominator, after.denominator);
}
