const IDLE_MS = 50;
const LONGEST_MS = 200;
const LARGEST_SHARE = 0.15;

/**
 * Milliseconds to rest after a flush that took `lastMs`: fresh every 50 ms, and no more than 15 % of the time. Most of
 * the time of a flush beside folding is waiting for its turn, not work, so a rest is never longer than 200 ms.
 */
export const restAfter = (lastMs: number): number =>
  Math.min(LONGEST_MS, Math.max(IDLE_MS, lastMs / LARGEST_SHARE - lastMs));
