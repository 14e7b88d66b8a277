import type { Decimal } from '@minhai/domain';
import type { Quotient } from './quotient.js';

/** An exact rational in lowest terms; the denominator is positive. Rounded once, when it is shown. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const power = (exponent: number): bigint => 10n ** BigInt(exponent);
const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [magnitude(a), magnitude(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** `denominator` is not 0. */
export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (denominator === 1n) return { numerator, denominator };
  const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

export const whole = (value: number): Fraction => fraction(BigInt(value));

export const NOTHING = fraction(0n);

export const fractionOf = ({ unscaled, scale }: Decimal): Fraction => fraction(unscaled, power(scale));

/** The value before any rounding; null while the denominator is nothing. */
export function fractionOfQuotient({
  numerator,
  denominator,
  factor,
  divisor = 1,
}: Quotient): Fraction | null {
  const scaled = times(fractionOf(numerator), fraction(BigInt(factor), BigInt(divisor)));
  if (!denominator) return scaled;
  return denominator.unscaled === 0n ? null : over(scaled, fractionOf(denominator));
}

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const times = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.numerator, a.denominator * b.denominator);

export const negative = ({ numerator, denominator }: Fraction): Fraction => ({
  numerator: -numerator,
  denominator,
});

export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, negative(b));

/** `b` is not 0. */
export const over = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator, a.denominator * b.numerator);

export const isNothing = ({ numerator }: Fraction): boolean => numerator === 0n;

/** −1, 0 or 1. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

export const absolute = ({ numerator, denominator }: Fraction): Fraction => ({
  numerator: magnitude(numerator),
  denominator,
});

export const atLeast = (a: Fraction, lowest: Fraction): Fraction =>
  compareFractions(a, lowest) < 0 ? lowest : a;
export const atMost = (a: Fraction, highest: Fraction): Fraction =>
  compareFractions(a, highest) > 0 ? highest : a;

/** `12/35`; a whole number without a denominator. */
export const formatFraction = ({ numerator, denominator }: Fraction): string =>
  denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;

/** Rounded half-up, away from nothing at the half. */
export function rounded({ numerator, denominator }: Fraction, scale: number): Decimal {
  const lifted = magnitude(numerator) * power(scale);
  const nearest = (2n * lifted + denominator) / (2n * denominator);
  return { unscaled: numerator < 0n ? -nearest : nearest, scale };
}

/** Up to the next step of 10^-scale: part of a bed that is missing is a bed that is missing. */
export function roundedUp({ numerator, denominator }: Fraction, scale: number): Decimal {
  const lifted = numerator * power(scale);
  const quotient = lifted / denominator;
  return { unscaled: quotient * denominator < lifted ? quotient + 1n : quotient, scale };
}
