import type { Decimal } from '@minhai/domain';
import { type Fraction, compareFractions, fraction, minus } from '../evaluate/fraction.js';

function floorOf({ numerator, denominator }: Fraction): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}

/**
 * Prints parts so that they add up to a printed total, to the last digit: each is cut off at the total's decimals, and
 * what is missing goes, one last digit each, to the parts that lost most (largest remainder; ties: the earlier part).
 *
 * `total` is the difference of two figures rounded each, so it is at most one last digit from the sum. While both figures
 * are of one sign, the digits to hand out are no more than the parts that lost something, and a part that needs no
 * rounding stays as it is. Half-up rounds −0.5 and 0.5 away from each other; then one part takes the digit.
 */
export function apportion(parts: readonly Fraction[], total: Decimal): Decimal[] {
  const unit = 10n ** BigInt(total.scale);
  const lifted = parts.map(({ numerator, denominator }) => fraction(numerator * unit, denominator));
  const cut = lifted.map(floorOf);
  const ranked = lifted
    .map((part, i) => ({ loss: minus(part, fraction(cut[i]!)), i }))
    .sort((a, b) => compareFractions(b.loss, a.loss) || a.i - b.i);
  const missing = Number(total.unscaled - cut.reduce((sum, part) => sum + part, 0n));
  for (let given = 0; given < missing; given++) cut[ranked[given % ranked.length]!.i]! += 1n;
  if (missing < 0) cut[ranked.at(-1)!.i]! += BigInt(missing);
  return cut.map((unscaled) => ({ unscaled, scale: total.scale }));
}
