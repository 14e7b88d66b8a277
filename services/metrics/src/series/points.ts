import { type Decimal, addDays, addDecimals, decimalOf, epochDayOf } from '@minhai/domain';
import { type ShownFigures, shownFigures } from '../disclosure/shown-figures.js';
import { figuresOf, quotientOf } from '../evaluate/evaluate.js';
import type { Quotient } from '../evaluate/quotient.js';
import { quotientIn } from '../evaluate/sums.js';
import { type Lookup, windowAfter } from '../evaluate/window.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import type { Aggregate } from './aggregation.js';
import type { SeriesPeriod } from './periods.js';

export interface Point extends ShownFigures, SeriesPeriod {}

/** @param street one member instead of the district */
export function pointsOf(
  indicator: IndicatorDefinition,
  lookup: Lookup,
  { periods, aggregate, street, withheldIn = () => new Set() }: Asked,
): Point[] {
  const quotient = QUOTIENTS[aggregate];
  return periods.map((period) => ({
    ...period,
    ...shownFigures(
      figuresOf(quotient(indicator, lookup, period, street), indicator.decimals),
      withheldIn(period).has(street ?? indicator.district),
    ),
  }));
}

export interface Asked {
  readonly periods: readonly SeriesPeriod[];
  readonly aggregate: Aggregate;
  readonly street?: string | undefined;
  /** Regions whose figures must be withheld. Default: none. */
  readonly withheldIn?: (period: SeriesPeriod) => ReadonlySet<string>;
}

type QuotientOfPeriod = (
  indicator: IndicatorDefinition,
  lookup: Lookup,
  period: SeriesPeriod,
  street: string | undefined,
) => Quotient;

const last: QuotientOfPeriod = (indicator, lookup, { to }, street) =>
  quotientOf(indicator, to, lookup, street === undefined ? {} : { street });

/** What falls into the period. */
export const addedIn: QuotientOfPeriod = (indicator, lookup, { from, to }, street) =>
  quotientIn(indicator, lookup, (term) => windowAfter(term, addDays(from, -1), to), street);

/** The days' sum ÷ the number of days. */
const mean: QuotientOfPeriod = (indicator, lookup, { from, to }, street) => {
  let numerator: Decimal = decimalOf(0);
  for (let day = from; day <= to; day = addDays(day, 1))
    numerator = addDecimals(
      numerator,
      last(indicator, lookup, { from: day, to: day, complete: true }, street).numerator,
    );
  return {
    numerator,
    denominator: decimalOf(epochDayOf(to) - epochDayOf(from) + 1),
    factor: indicator.factor,
    divisor: indicator.divisor,
  };
};

const QUOTIENTS: Readonly<Record<Aggregate, QuotientOfPeriod>> = { last, sum: addedIn, mean };
