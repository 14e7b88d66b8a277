import type { Measurements } from '../harness/bench.js';
import { LARGEST_DRIFT } from './yardstick.js';

/**
 * Rounds whose yardstick stayed the same before and after. When none did, all are given, with a note that says so.
 * Each round needs `drift`.
 */
export function withoutVoid(rounds: readonly Measurements[]): {
  valid: readonly Measurements[];
  note: string | undefined;
} {
  const valid = rounds.filter(({ drift }) => drift! <= LARGEST_DRIFT);
  if (valid.length === rounds.length) return { valid, note: undefined };
  const drifts = rounds.map(({ drift }) => `${Math.round(drift! * 100)} %`).join(', ');
  if (valid.length > 0)
    return { valid, note: `${rounds.length - valid.length} rounds void, the yardstick moved by ${drifts}` };
  return { valid: rounds, note: `VOID: the yardstick moved by ${drifts}` };
}

export const beside = (...notes: (string | undefined)[]): string => notes.filter(Boolean).join('; ');
