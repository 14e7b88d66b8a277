import type { Amount, Lookup } from '../evaluate/window.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import { type EvidenceRow, isKnownAt, isWithin } from './evidence.js';

/** Sums over rows in memory, by the same rules as the statements that sum them in the database. */
export const sumsOf =
  (rows: readonly EvidenceRow[], knownAt: number | null): Lookup =>
  (window) =>
    rows
      .filter((row) => row.measure === window.measure && isKnownAt(row, knownAt) && isWithin(row, window))
      .map(({ street, dims, amount }): Amount => ({ street, dims, amount }));

export function indicatorOf(id: string): IndicatorDefinition {
  const indicator = INDICATORS.find((candidate) => candidate.id === id);
  if (!indicator) throw new TypeError(`no indicator ${id}`);
  return indicator;
}
