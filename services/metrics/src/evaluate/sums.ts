import { type Decimal, addDecimals, decimalOf } from '@minhai/domain';
import type { IndicatorDefinition, Term } from '../indicators/definition.js';
import type { Quotient } from './quotient.js';
import { type Amount, type Lookup, type Window, getMeasure, isCounted } from './window.js';

type WindowIn = (term: Term) => Window;

/** Numerator and denominator of an indicator, each summed over windows of the caller's choice. */
export function quotientIn(
  { numerator, denominator, factor, divisor }: IndicatorDefinition,
  lookup: Lookup,
  windowIn: WindowIn,
  street?: string,
): Quotient {
  const sum = (terms: readonly Term[]): Decimal => sumIn(terms, lookup, windowIn, street);
  return { numerator: sum(numerator), denominator: denominator && sum(denominator), factor, divisor };
}

/** What counts in the terms, in all 街镇 or in one. */
export const sumIn = (terms: readonly Term[], lookup: Lookup, windowIn: WindowIn, street?: string): Decimal =>
  terms.map((term) => sumOf(lookup(windowIn(term)), term, street)).reduce(addDecimals, decimalOf(0));

function sumOf(amounts: readonly Amount[], term: Term, street: string | undefined): Decimal {
  const counted = amounts.filter(
    (row) => (street === undefined || row.street === street) && isCounted(term, row.dims),
  );
  return decimalOf(
    counted.reduce((sum, row) => sum + row.amount, 0n),
    getMeasure(term.measure).scale,
  );
}
