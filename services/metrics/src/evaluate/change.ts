import type { BusinessDay } from '@minhai/domain';
import type { IndicatorDefinition, Term } from '../indicators/definition.js';
import { type Fraction, fractionOfQuotient, minus } from './fraction.js';
import { yearBefore } from '../standing/pace.js';
import type { Quotient } from './quotient.js';
import { quotientIn } from './sums.js';
import { type Lookup, type Window, ownPeriod, termsOf, windowAfter, windowOf } from './window.js';

/** A milestone is done or not; a sum that starts over each January says nothing about the pace towards another one. */
export const hasPace = ({ target, kind, denominator }: IndicatorDefinition): boolean =>
  target !== null &&
  kind !== 'MILE' &&
  (target.period !== undefined || kind !== 'FLOW-Y' || denominator !== null);

/** For a target over a period what falls into the last twelve months, else the value as it was before them. */
function windowIn(indicator: IndicatorDefinition, asOf: BusinessDay): (term: Term) => Window {
  const before = yearBefore(asOf);
  return indicator.target?.period
    ? (term) => windowAfter(term, before, asOf)
    : (term) => windowOf(term, before, ownPeriod(indicator, before));
}

export const changeWindows = (indicator: IndicatorDefinition, asOf: BusinessDay): Window[] =>
  hasPace(indicator) ? termsOf(indicator).map(windowIn(indicator, asOf)) : [];

/** How much the measured value changed in the last twelve months; null while one of its ends has no value. */
export function changeOf(
  indicator: IndicatorDefinition,
  asOf: BusinessDay,
  measured: Quotient,
  lookup: Lookup,
): Fraction | null {
  if (!hasPace(indicator)) return null;
  return changeBetween(indicator, measured, changeQuotient(indicator, asOf, lookup));
}

/** The value twelve months before, or what was added since for a target over a period. */
export const changeQuotient = (indicator: IndicatorDefinition, asOf: BusinessDay, lookup: Lookup): Quotient =>
  quotientIn(indicator, lookup, windowIn(indicator, asOf));

/** @param last the value a year ago, or what was added since when the target is over a period */
export function changeBetween(
  { target }: IndicatorDefinition,
  measured: Quotient,
  last: Quotient,
): Fraction | null {
  const now = fractionOfQuotient(measured);
  const then = fractionOfQuotient(last);
  if (target?.period) return then;
  return now && then && minus(now, then);
}
