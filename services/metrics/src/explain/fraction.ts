import type { Decimal } from '@minhai/domain';

/** An exact rational in lowest terms; the denominator is positive. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [magnitude(a), magnitude(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** `denominator` is not 0. */
export function fraction(numerator: bigint, denominator = 1n): Fraction {
  const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

export const NOTHING = fraction(0n);

export const fractionOf = ({ unscaled, scale }: Decimal): Fraction =>
  fraction(unscaled, 10n ** BigInt(scale));

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
export const dividedBy = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator, a.denominator * b.numerator);

export const isNothing = ({ numerator }: Fraction): boolean => numerator === 0n;

/** −1, 0 or 1 by magnitude, whatever the signs. */
export function compareMagnitudes(a: Fraction, b: Fraction): number {
  const left = magnitude(a.numerator) * b.denominator;
  const right = magnitude(b.numerator) * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** `12/35`; a whole number without a denominator. */
export const formatFraction = ({ numerator, denominator }: Fraction): string =>
  denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;

/** Rounded half-up, away from nothing at the half. */
export function rounded({ numerator, denominator }: Fraction, scale: number): Decimal {
  const lifted = magnitude(numerator) * 10n ** BigInt(scale);
  const nearest = (2n * lifted + denominator) / (2n * denominator);
  return { unscaled: numerator < 0n ? -nearest : nearest, scale };
}
