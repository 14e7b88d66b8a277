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
  const runs = runsOf(declarations);
  return runs.flatMap((run, i) => {
    const drift = driftOf(run[0]!);
    if (drift === 0) return [];
    const since = run[0]!.event.day;
    const end = runs[i + 1]?.[0];
    return run.map(({ event, declared, derived }) => {
      const detail = { ...of, day: event.day, declared, derived, drift, since };
      return finding('AFTER_MISMATCH', [event], end ? { ...detail, until: end.event.day } : detail);
    });
  });
}

const driftOf = ({ declared, derived }: Declaration): number => declared - derived;

/** Declarations one after another with one drift. */
function runsOf(declarations: readonly Declaration[]): Declaration[][] {
  const runs: Declaration[][] = [];
  for (const declaration of declarations) {
    const run = runs.at(-1);
    if (run && driftOf(run[0]!) === driftOf(declaration)) run.push(declaration);
    else runs.push([declaration]);
  }
  return runs;
}
