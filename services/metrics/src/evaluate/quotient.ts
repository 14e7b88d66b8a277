import {
  type Decimal,
  compareDecimals,
  decimalOf,
  divideDecimals,
  multiplyDecimals,
  subtractDecimals,
} from '@minhai/domain';

/** An indicator's value before any rounding: numerator × factor ÷ (denominator × divisor); what is absent is 1. */
export interface Quotient {
  readonly numerator: Decimal;
  /** Null when the indicator has none. */
  readonly denominator: Decimal | null;
  readonly factor: number;
  readonly divisor?: number | undefined;
}

const ONE = decimalOf(1);

const divisorOf = ({ denominator, divisor = 1 }: Quotient): Decimal =>
  multiplyDecimals(denominator ?? ONE, decimalOf(divisor));

const scaled = ({ numerator, factor }: Quotient): Decimal => multiplyDecimals(numerator, decimalOf(factor));

/** Rounded half-up once, straight from the sums; null while the denominator is nothing. */
export const valueOf = (quotient: Quotient, decimals: number): Decimal | null =>
  divideDecimals(scaled(quotient), divisorOf(quotient), decimals) ?? null;

/** −1, 0 or 1 without rounding; null while the denominator is nothing. */
export function compareTo(quotient: Quotient, bound: Decimal): number | null {
  const denominator = divisorOf(quotient);
  if (denominator.unscaled === 0n) return null;
  const comparison = compareDecimals(scaled(quotient), multiplyDecimals(bound, denominator));
  return denominator.unscaled < 0n ? -comparison : comparison;
}

/** (value − from) ÷ (to − from) at `decimals`; null while the denominator is nothing or both ends are the same. */
export function shareOfWay(quotient: Quotient, from: Decimal, to: Decimal, decimals: number): Decimal | null {
  const denominator = divisorOf(quotient);
  const way = subtractDecimals(scaled(quotient), multiplyDecimals(from, denominator));
  return divideDecimals(way, multiplyDecimals(subtractDecimals(to, from), denominator), decimals) ?? null;
}

/** The same number without zeros at the end of its decimals. */
export const shortest = (value: Decimal): Decimal =>
  value.scale > 0 && value.unscaled % 10n === 0n
    ? shortest({ unscaled: value.unscaled / 10n, scale: value.scale - 1 })
    : value;
