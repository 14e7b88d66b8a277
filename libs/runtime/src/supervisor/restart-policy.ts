/** A process that was ready this long had started well; what ended it was something new. */
const STEADY_AFTER_MS = 5_000;
const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 15_000;
const GIVE_UP_AFTER = 20;

export interface RestartPolicy {
  /** Ends in a row that came before the process was steady. */
  readonly failures: number;
}

export type RestartDecision =
  | { readonly restart: true; readonly delayMs: number; readonly policy: RestartPolicy }
  | { readonly restart: false; readonly failures: number };

export const freshPolicy: RestartPolicy = { failures: 0 };

/**
 * What to do about a process that ended by itself. `readyForMs`: how long it had been ready, 0 when it never was.
 * Delays double from 250 ms to 15 s; after 20 failures in a row (about four minutes) nobody is helped by another.
 */
export function decideRestart(policy: RestartPolicy, readyForMs: number): RestartDecision {
  const failures = readyForMs >= STEADY_AFTER_MS ? 1 : policy.failures + 1;
  if (failures > GIVE_UP_AFTER) return { restart: false, failures };
  const delayMs = Math.min(FIRST_DELAY_MS * 2 ** (failures - 1), LONGEST_DELAY_MS);
  return { restart: true, delayMs, policy: { failures } };
}
