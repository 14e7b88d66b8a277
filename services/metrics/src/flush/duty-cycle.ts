const IDLE_MS = 50;
const LARGEST_SHARE = 0.15;

/** Milliseconds to rest after a flush that took `lastMs`: fresh every 50 ms, never more than 15 % of a core. */
export const restAfter = (lastMs: number): number => Math.max(IDLE_MS, lastMs / LARGEST_SHARE - lastMs);
