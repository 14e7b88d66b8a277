import type { Figure } from './report.js';
import { spreadOf } from './statistics.js';

interface Measured {
  /** One per round. */
  readonly values: readonly number[];
  readonly unit: string;
  readonly note?: string | undefined;
}

type Gate = { readonly atLeast: number } | { readonly atMost: number };

/** A figure that stands beside the others and is held against nothing. */
export const figure = (goal: string, title: string, { values, unit, note }: Measured): Figure => ({
  goal,
  title,
  unit,
  spread: spreadOf(values),
  gate: null,
  met: null,
  ...(note && { note }),
});

/** A figure whose median must reach its gate. */
export function gated(goal: string, title: string, measured: Measured & Gate): Figure {
  const plain = figure(goal, title, measured);
  const { median } = plain.spread;
  return 'atLeast' in measured
    ? { ...plain, gate: `≥ ${measured.atLeast}`, met: median >= measured.atLeast }
    : { ...plain, gate: `≤ ${measured.atMost}`, met: median <= measured.atMost };
}
