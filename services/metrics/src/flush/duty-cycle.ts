const IDLE_MS = 50;
const LONGEST_MS = 100;
const LONGEST_WHILE_BUSY_MS = 1_000;
const LARGEST_SHARE = 0.15;

/** Milliseconds to rest after work that took `lastMs` so that it takes no more than 15 % of the time; 50 at least. */
export const restOf = (lastMs: number): number => Math.max(IDLE_MS, lastMs / LARGEST_SHARE - lastMs);

/**
 * Milliseconds to rest after a flush: never longer than 100, or a second while folding has all it can do. Most of what a
 * flush takes then is waiting for its turn, not work, and figures would be old for many times as long.
 */
export const restAfter = (lastMs: number, isBusy: boolean): number =>
  Math.min(isBusy ? LONGEST_WHILE_BUSY_MS : LONGEST_MS, restOf(lastMs));
