const IDLE_MS = 50;
const LONGEST_MS = 200;
const LONGEST_WHILE_BUSY_MS = 1_000;
const LARGEST_SHARE = 0.15;

/**
 * Milliseconds to rest after a flush that took `lastMs`: fresh every 50 ms, and about 15 % of the time, but never longer
 * than 200 ms, or a second while folding has all it can do. Most of what a flush takes then is waiting for its turn, not work.
 */
export function restAfter(lastMs: number, isBusy: boolean): number {
  const rest = Math.max(IDLE_MS, lastMs / LARGEST_SHARE - lastMs);
  return Math.min(isBusy ? LONGEST_WHILE_BUSY_MS : LONGEST_MS, rest);
}
