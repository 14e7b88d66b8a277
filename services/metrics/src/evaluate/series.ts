import {
  type BusinessDay,
  type BusinessMonth,
  type Decimal,
  addDecimals,
  decimalOf,
  firstDayOfMonth,
  lastDayOfMonth,
  monthOf,
  monthsBetween,
} from '@minhai/domain';
import type { IndicatorDefinition, Term } from '../indicators/definition.js';
import { type Figures, figuresOf } from './evaluate.js';
import { getMeasure, isCounted, ownPeriod, termsOf } from './window.js';

/** The change of a measure in a month: its daily cells, summed. */
export interface MonthCell {
  readonly measure: string;
  readonly district: string;
  readonly street: string;
  readonly dims: Readonly<Record<string, string>>;
  /** Null for everything before the months asked for. */
  readonly month: BusinessMonth | null;
  /** First and last day of the cells in the sum. */
  readonly first: BusinessDay;
  readonly last: BusinessDay;
  readonly amount: bigint;
}

export interface SeriesRow extends Figures {
  readonly indicator: string;
  /** The district, or one of its 街镇, or `unknown`. */
  readonly region: string;
  readonly periodEnd: BusinessDay;
}

/** Month ends are kept within these; a row valid until 9999 must not fill a table. Any date can still be asked for. */
export const FIRST_MONTH: BusinessMonth = '1949-01';
export const LAST_MONTH: BusinessMonth = '2049-12';

/**
 * The indicator at every month end from the first to the last month in which one of its measures moved:
 * for the district and, where the indicator is broken down, for each of its 街镇. Months before `since`
 * (a January, the first of a plan for a flow over one, so that flows are whole) are left out.
 */
export function seriesOf(
  indicator: IndicatorDefinition,
  cells: readonly MonthCell[],
  since: BusinessMonth = FIRST_MONTH,
): SeriesRow[] {
  const terms = termsOf(indicator);
  const own = cells.filter(
    (cell) => cell.district === indicator.district && terms.some((term) => isOfTerm(cell, term)),
  );
  const months = monthsOf(own, since);
  if (months.length === 0) return [];
  const streets =
    indicator.breakdown === 'street' ? [...new Set(own.map(({ street }) => street))].sort() : [];
  return [
    ...regionSeries(indicator, indicator.district, own, months),
    ...streets.flatMap((street) =>
      regionSeries(
        indicator,
        street,
        own.filter((cell) => cell.street === street),
        months,
      ),
    ),
  ];
}

/** Every month in which an indicator with these cells has a value. */
export function monthsOf(cells: readonly MonthCell[], since: BusinessMonth = FIRST_MONTH): BusinessMonth[] {
  if (cells.length === 0) return [];
  const first = cells.map(({ first }) => monthOf(first)).reduce((a, b) => (b < a ? b : a));
  const last = cells.map(({ last }) => monthOf(last)).reduce((a, b) => (b > a ? b : a));
  return monthsBetween(first > since ? first : since, last < LAST_MONTH ? last : LAST_MONTH);
}

export const isOfTerm = (cell: Pick<MonthCell, 'measure' | 'dims'>, term: Term): boolean =>
  cell.measure === term.measure && isCounted(term, cell.dims);

/** What an indicator is divided from, month by month. */
export interface RegionSums {
  readonly numerator: readonly Decimal[];
  readonly denominator: readonly Decimal[] | null;
}

/** The sums of one region, whose cells these are. */
export function sumsOf(
  indicator: IndicatorDefinition,
  cells: readonly MonthCell[],
  months: readonly BusinessMonth[],
): RegionSums {
  const startsOver = startsOverIn(indicator);
  const sum = (terms: readonly Term[]): Decimal[] => sumSeries(terms, cells, months, startsOver);
  return {
    numerator: sum(indicator.numerator),
    denominator: indicator.denominator && sum(indicator.denominator),
  };
}

/** The figure of one month. */
export const figureOf = (
  indicator: IndicatorDefinition,
  region: string,
  month: BusinessMonth,
  { numerator, denominator }: { readonly numerator: Decimal; readonly denominator: Decimal | null },
): SeriesRow => ({
  indicator: indicator.id,
  region,
  periodEnd: lastDayOfMonth(month),
  ...figuresOf(
    { numerator, denominator, factor: indicator.factor, divisor: indicator.divisor },
    indicator.decimals,
  ),
});

function regionSeries(
  indicator: IndicatorDefinition,
  region: string,
  cells: readonly MonthCell[],
  months: readonly BusinessMonth[],
): SeriesRow[] {
  const { numerator, denominator } = sumsOf(indicator, cells, months);
  return months.map((month, i) =>
    figureOf(indicator, region, month, {
      numerator: numerator[i]!,
      denominator: denominator && denominator[i]!,
    }),
  );
}

/** The months in which a flow starts at nothing. */
export type StartsOver = (month: BusinessMonth) => boolean;

export const startsOverIn =
  (indicator: IndicatorDefinition): StartsOver =>
  (month) => {
    const period = ownPeriod(indicator, firstDayOfMonth(month));
    return month.endsWith('-01') && (!period || month.startsWith(String(period.from)));
  };

/** The terms at the end of every month, summed. */
export function sumSeries(
  terms: readonly Term[],
  cells: readonly MonthCell[],
  months: readonly BusinessMonth[],
  startsOver: StartsOver,
): Decimal[] {
  const series = terms.map((term) => termSeries(term, cells, months, startsOver));
  return months.map((_, i) => series.map((values) => values[i]!).reduce(addDecimals, decimalOf(0)));
}

/** A stock runs on from month to month, from whatever was before; a flow starts at nothing when its period does. */
function termSeries(
  term: Term,
  cells: readonly MonthCell[],
  months: readonly BusinessMonth[],
  startsOver: StartsOver,
): Decimal[] {
  const { kind, scale } = getMeasure(term.measure);
  const changes = new Map<BusinessMonth, bigint>();
  let running = 0n;
  for (const cell of cells) {
    if (!isOfTerm(cell, term)) continue;
    if (cell.month !== null) changes.set(cell.month, (changes.get(cell.month) ?? 0n) + cell.amount);
    else if (kind === 'stock') running += cell.amount;
  }
  return months.map((month) => {
    if (kind === 'flow' && startsOver(month)) running = 0n;
    running += changes.get(month) ?? 0n;
    return decimalOf(running, scale);
  });
}
