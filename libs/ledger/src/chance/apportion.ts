/**
 * Splits `total` over `weights` in proportion, by largest remainder (ties: the earlier one), so that the
 * parts always add up. Integers only: no rounding differs between machines.
 * Throws RangeError when a total above zero meets weights that are all zero.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) {
    if (total === 0) return weights.map(() => 0);
    throw new RangeError(`cannot apportion ${total} over no weight`);
  }
  const parts = weights.map((weight, index) => ({
    index,
    whole: Math.floor((total * weight) / sum),
    remainder: (total * weight) % sum,
  }));
  const missing = total - parts.reduce((a, part) => a + part.whole, 0);
  const winners = new Set(
    [...parts]
      .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
      .slice(0, missing)
      .map((part) => part.index),
  );
  return parts.map((part) => part.whole + (winners.has(part.index) ? 1 : 0));
}

/** `apportion` as a list: each key repeated as often as its share, in the order of the keys. */
export function apportionedList<T>(total: number, shares: readonly (readonly [T, number])[]): T[] {
  const counts = apportion(
    total,
    shares.map(([, weight]) => weight),
  );
  return shares.flatMap(([key], index) => Array<T>(counts[index]!).fill(key));
}
