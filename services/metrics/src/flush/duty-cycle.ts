const SHORTEST_MS = 50;
const LONGEST_MS = 100;
const LONGEST_WHILE_BUSY_MS = 1_000;
const LARGEST_SHARE = 0.15;
const LARGEST_SHARE_OF_FLUSHES = 1 / 3;

const rest = (lastMs: number, share: number): number => Math.max(SHORTEST_MS, lastMs / share - lastMs);

/** Milliseconds to rest after work that took `lastMs` so that it takes no more than 15 % of the time; 50 at least. */
export const restOf = (lastMs: number): number => rest(lastMs, LARGEST_SHARE);

/**
 * Milliseconds to rest after a flush: twice as long as it took, from 50 to 100, while folding has time to spare: figures are old
 * for as long as it rests. Else 15 % of the time, a second at most.
 */
export const restAfter = (lastMs: number, isBusy: boolean): number =>
  isBusy
    ? Math.min(LONGEST_WHILE_BUSY_MS, restOf(lastMs))
    : Math.min(LONGEST_MS, rest(lastMs, LARGEST_SHARE_OF_FLUSHES));
