import {
  type BusinessDay,
  type Decimal,
  addDecimals,
  decimalOf,
  monthOf,
  monthsBetween,
  parseDecimal,
  subtractDecimals,
} from '@minhai/domain';
import { changeBetween, hasPace } from '../evaluate/change.js';
import type { Quotient } from '../evaluate/quotient.js';
import { type MonthCell, type SeriesRow, startsOverIn, sumSeries } from '../evaluate/series.js';
import { type KnownTarget, type Standing, knownTarget, standingOf } from '../evaluate/standing.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { type Breach, breachOf } from './breach.js';
import { type Outlook, outlookOf } from './outlook.js';

/** Where a district stood at a month end, as known now. */
export interface ProgressRow extends Standing, Breach, Outlook {
  readonly indicator: string;
  readonly periodEnd: BusinessDay;
  readonly value: string | null;
  readonly base: string | null;
  /** Null without one, and while what it is a share of is not published. */
  readonly target: string | null;
}

const MONTHS = 12;

/**
 * The standing at every month end from `since` on, from the district's own month-end series and the cells of what its
 * target is a share of. The same figures as an answer for that day gives.
 * @param series of one indicator and its district: every month end, in order
 */
export function progressOf(
  indicator: IndicatorDefinition,
  series: readonly SeriesRow[],
  targetCells: readonly MonthCell[] = [],
  since: BusinessDay = '',
): ProgressRow[] {
  const targets = targetsOf(indicator, series, targetCells);
  const measuredAt = measurements(indicator, series);
  const from = series.findIndex(({ periodEnd }) => periodEnd >= since);
  if (from === -1) return [];
  return series.slice(from).map((row, offset) => {
    const { measured, last } = measuredAt(from + offset);
    const target = targets[from + offset]!;
    const asOf = row.periodEnd;
    const change = hasPace(indicator) ? changeBetween(indicator, measured, last) : null;
    const standing = standingOf({ base: indicator.base, target }, measured, asOf);
    return {
      indicator: indicator.id,
      periodEnd: asOf,
      value: row.value,
      base: indicator.base?.published ?? null,
      target: target?.value ?? null,
      ...standing,
      ...breachOf({ indicator, target, asOf, measured, status: standing.status }),
      ...outlookOf({ indicator, target, asOf, measured, change }),
    };
  });
}

function targetsOf(
  { target, district }: IndicatorDefinition,
  series: readonly SeriesRow[],
  cells: readonly MonthCell[],
): (KnownTarget | null)[] {
  if (!target) return series.map(() => null);
  if (typeof target.value === 'string') {
    const known = knownTarget(target, () => decimalOf(0));
    return series.map(() => known);
  }
  if (series.length === 0) return [];
  const own = cells.filter((cell) => cell.district === district);
  const [first, last] = [series[0]!, series.at(-1)!].map(({ periodEnd }) => monthOf(periodEnd));
  // What is published before the series begins is known when it does.
  const earliest = own.map((cell) => cell.month ?? first!).reduce((a, b) => (b < a ? b : a), first!);
  const months = monthsBetween(earliest, last!);
  const sums = sumSeries(target.value.of, own, months, (month) => month.endsWith('-01'));
  return sums.slice(-series.length).map((sum) => knownTarget(target, () => sum));
}

interface Measurement {
  readonly measured: Quotient;
  /** The value twelve months before, or what was added since for a target over a period. */
  readonly last: Quotient;
}

function measurements(
  indicator: IndicatorDefinition,
  series: readonly SeriesRow[],
): (index: number) => Measurement {
  const quotient = ({ numerator, denominator }: Sums): Quotient => ({
    numerator,
    denominator,
    factor: indicator.factor,
    divisor: indicator.divisor,
  });
  const sums = series.map(sumsOf);
  const nothing: Sums = { numerator: decimalOf(0), denominator: indicator.denominator && decimalOf(0) };
  const period = indicator.target?.period;
  if (!period) return (i) => ({ measured: quotient(sums[i]!), last: quotient(sums[i - MONTHS] ?? nothing) });
  const running = runningOf(indicator, series, sums);
  const upTo = (i: number): Sums => running[i] ?? nothing;
  const years = series.map(({ periodEnd }) => Number(periodEnd.slice(0, 4)));
  const before = years.findIndex((year) => year >= period.from) - 1;
  const ends = years.findLastIndex((year) => year <= period.to);
  return (i) => ({
    measured: quotient(years[i]! < period.from ? nothing : minusSums(upTo(Math.min(i, ends)), upTo(before))),
    last: quotient(minusSums(upTo(i), upTo(i - MONTHS))),
  });
}

interface Sums {
  readonly numerator: Decimal;
  readonly denominator: Decimal | null;
}

const sumsOf = ({ numerator, denominator }: SeriesRow): Sums => ({
  numerator: parseDecimal(numerator)!,
  denominator: denominator === null ? null : parseDecimal(denominator)!,
});

const minusSums = (a: Sums, b: Sums): Sums => ({
  numerator: subtractDecimals(a.numerator, b.numerator),
  denominator: a.denominator && b.denominator && subtractDecimals(a.denominator, b.denominator),
});

/** The flow since the first month, which never starts over. */
function runningOf(
  indicator: IndicatorDefinition,
  series: readonly SeriesRow[],
  sums: readonly Sums[],
): Sums[] {
  const startsOver = startsOverIn(indicator);
  const running: Sums[] = [];
  series.forEach(({ periodEnd }, i) => {
    const own = sums[i]!;
    const before = sums[i - 1];
    const added = before && !startsOver(monthOf(periodEnd)) ? minusSums(own, before) : own;
    const last = running.at(-1);
    running.push(last ? plusSums(last, added) : added);
  });
  return running;
}

const plusSums = (a: Sums, b: Sums): Sums => ({
  numerator: addDecimals(a.numerator, b.numerator),
  denominator: a.denominator && b.denominator && addDecimals(a.denominator, b.denominator),
});
