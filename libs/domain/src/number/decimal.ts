/** An exact decimal: `unscaled × 10^-scale`. Never a float on the way. */
export interface Decimal {
  readonly unscaled: bigint;
  readonly scale: number;
}

const FORM = /^(-?)(\d+)(?:\.(\d+))?$/;

export function parseDecimal(text: string): Decimal | undefined {
  const match = FORM.exec(text);
  if (!match) return undefined;
  const [, sign, whole, fraction = ''] = match as unknown as string[];
  const magnitude = BigInt(whole + fraction);
  return { unscaled: sign === '-' ? -magnitude : magnitude, scale: fraction.length };
}

export const decimalOf = (value: bigint | number, scale = 0): Decimal => ({ unscaled: BigInt(value), scale });

export function formatDecimal({ unscaled, scale }: Decimal): string {
  const negative = unscaled < 0n;
  const digits = (negative ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  const cut = digits.length - scale;
  return `${negative ? '-' : ''}${digits.slice(0, cut)}${scale > 0 ? `.${digits.slice(cut)}` : ''}`;
}

const power = (exponent: number): bigint => 10n ** BigInt(exponent);

export function rescale(value: Decimal, scale: number): Decimal {
  if (scale >= value.scale) return { unscaled: value.unscaled * power(scale - value.scale), scale };
  return { unscaled: divideHalfUp(value.unscaled, power(value.scale - scale)), scale };
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { unscaled: rescale(a, scale).unscaled + rescale(b, scale).unscaled, scale };
}

export const subtractDecimals = (a: Decimal, b: Decimal): Decimal =>
  addDecimals(a, { ...b, unscaled: -b.unscaled });

export const multiplyDecimals = (a: Decimal, b: Decimal): Decimal => ({
  unscaled: a.unscaled * b.unscaled,
  scale: a.scale + b.scale,
});

/** −1, 0 or 1. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const left = rescale(a, scale).unscaled;
  const right = rescale(b, scale).unscaled;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** `a ÷ b` rounded half-up (away from zero at the half) to `scale` decimals; undefined when b is zero. */
export function divideDecimals(a: Decimal, b: Decimal, scale: number): Decimal | undefined {
  if (b.unscaled === 0n) return undefined;
  const exponent = scale + b.scale - a.scale;
  const numerator = exponent >= 0 ? a.unscaled * power(exponent) : a.unscaled;
  const denominator = exponent >= 0 ? b.unscaled : b.unscaled * power(-exponent);
  return { unscaled: divideHalfUp(numerator, denominator), scale };
}

function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const quotient = (2n * n + d) / (2n * d);
  return negative ? -quotient : quotient;
}
