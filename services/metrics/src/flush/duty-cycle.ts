const IDLE_MS = 50;
const LONGEST_MS = 200;
const LARGEST_SHARE = 0.15;

/**
 * Milliseconds to rest after a flush that took `lastMs`: fresh every 50 ms, and no more than 15 % of the time while
 * folding is busy. Otherwise most of what a flush takes is waiting for its turn, not work: a rest is 200 ms at most.
 */
export function restAfter(lastMs: number, isBusy: boolean): number {
  const rest = Math.max(IDLE_MS, lastMs / LARGEST_SHARE - lastMs);
  return isBusy ? rest : Math.min(LONGEST_MS, rest);
}
