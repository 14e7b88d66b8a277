import type { FactEvent, Finding } from '@minhai/facts';
import { finding } from './finding.js';

/** What a source says it has after a change, beside what its changes come to. */
export interface Declaration {
  readonly event: FactEvent<any>;
  readonly declared: number;
  readonly derived: number;
}

/**
 * Declared against derived stock of one series, in the order of time: a difference is never overwritten, it shows that
 * a change is missing here. `drift` is declared − derived, `since` the first day of this very drift; `until`, only on what no
 * longer stands, the day of the declaration that agreed again or drifted otherwise.
 */
export function driftFindings(
  of: Readonly<Record<string, string>>,
  declarations: readonly Declaration[],
): Finding[] {
  const drifts = declarations.map(({ declared, derived }) => declared - derived);
  let since = '';
  return declarations.flatMap(({ event, declared, derived }, i) => {
    const drift = drifts[i]!;
    if (drift !== drifts[i - 1]) since = event.day;
    if (drift === 0) return [];
    const end = drifts.findIndex((other, j) => j > i && other !== drift);
    const detail = { ...of, day: event.day, declared, derived, drift, since };
    const ended = end < 0 ? detail : { ...detail, until: declarations[end]!.event.day };
    return [finding('AFTER_MISMATCH', [event], ended)];
  });
}
