import { type Decimal, addDays, addDecimals, decimalOf, epochDayOf } from '@minhai/domain';
import { type Figures, figuresOf, quotientOf } from '../evaluate/evaluate.js';
import type { Quotient } from '../evaluate/quotient.js';
import { quotientIn } from '../evaluate/sums.js';
import { type Lookup, windowAfter } from '../evaluate/window.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import type { Aggregate } from './aggregation.js';
import type { SeriesPeriod } from './periods.js';

export interface Point extends Figures, SeriesPeriod {}

/** @param street one member instead of the district */
export function pointsOf(
  indicator: IndicatorDefinition,
  lookup: Lookup,
  { periods, aggregate, street }: Asked,
): Point[] {
  const quotient = QUOTIENTS[aggregate];
  return periods.map((period) => ({
    ...period,
    ...figuresOf(quotient(indicator, lookup, period, street), indicator.decimals),
  }));
}

export interface Asked {
  readonly periods: readonly SeriesPeriod[];
  readonly aggregate: Aggregate;
  readonly street?: string | undefined;
}

type QuotientOfPeriod = (
  indicator: IndicatorDefinition,
  lookup: Lookup,
  period: SeriesPeriod,
  street: string | undefined,
) => Quotient;

const last: QuotientOfPeriod = (indicator, lookup, { to }, street) =>
  quotientOf(indicator, to, lookup, street === undefined ? {} : { street });

const sum: QuotientOfPeriod = (indicator, lookup, { from, to }, street) =>
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

const QUOTIENTS: Readonly<Record<Aggregate, QuotientOfPeriod>> = { last, sum, mean };
