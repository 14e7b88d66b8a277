import { type Decimal, divideDecimals } from '@minhai/domain';
import type { Quotient } from '../evaluate/quotient.js';

/** An exact ratio of whole numbers; `below` is positive. Rounded once, when it is shown. */
export interface Fraction {
  readonly above: bigint;
  readonly below: bigint;
}

const power = (exponent: number): bigint => 10n ** BigInt(exponent);

const ratio = (above: bigint, below: bigint): Fraction =>
  below < 0n ? { above: -above, below: -below } : { above, below };

export const whole = (value: bigint | number): Fraction => ({ above: BigInt(value), below: 1n });

export const ZERO: Fraction = whole(0);

export const fractionOf = ({ unscaled, scale }: Decimal): Fraction => ratio(unscaled, power(scale));

/** Null while the denominator is nothing. */
export function fractionOfQuotient({
  numerator,
  denominator,
  factor,
  divisor = 1,
}: Quotient): Fraction | null {
  const scaled = times(fractionOf(numerator), ratio(BigInt(factor), BigInt(divisor)));
  if (!denominator) return scaled;
  return denominator.unscaled === 0n ? null : over(scaled, fractionOf(denominator));
}

export const plus = (a: Fraction, b: Fraction): Fraction =>
  ratio(a.above * b.below + b.above * a.below, a.below * b.below);

export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { above: -b.above, below: b.below });

export const times = (a: Fraction, b: Fraction): Fraction => ratio(a.above * b.above, a.below * b.below);

/** `b` is not zero. */
export const over = (a: Fraction, b: Fraction): Fraction => ratio(a.above * b.below, a.below * b.above);

/** −1, 0 or 1. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const left = a.above * b.below;
  const right = b.above * a.below;
  return left < right ? -1 : left > right ? 1 : 0;
}

export const atLeast = (a: Fraction, lowest: Fraction): Fraction =>
  compareFractions(a, lowest) < 0 ? lowest : a;
export const atMost = (a: Fraction, highest: Fraction): Fraction =>
  compareFractions(a, highest) > 0 ? highest : a;

/** Half-up. */
export const rounded = ({ above, below }: Fraction, decimals: number): Decimal =>
  divideDecimals({ unscaled: above, scale: 0 }, { unscaled: below, scale: 0 }, decimals)!;

/** Up to the next step of 10^-decimals: part of a bed that is missing is a bed that is missing. */
export function roundedUp({ above, below }: Fraction, decimals: number): Decimal {
  const scaled = above * power(decimals);
  const quotient = scaled / below;
  return { unscaled: quotient * below < scaled ? quotient + 1n : quotient, scale: decimals };
}
