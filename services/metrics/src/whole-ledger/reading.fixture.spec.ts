import { loadCatalogue, readJsonEvent } from '@minhai/events';
import { type FactEvent, toFactEvent } from '@minhai/facts';
import type { FactTables } from '@minhai/facts/testing';
import type { LedgerEvent } from '@minhai/ledger';
import { evaluate, type EvaluatedIndicator } from '../evaluate/evaluate.js';
import type { Amount, Lookup, Window } from '../evaluate/window.js';
import { groupBy } from '../facts/group-by.js';
import type { IndicatorDefinition } from '../indicators/definition.js';

const catalogue = loadCatalogue();

export const acceptedEvents = (events: readonly LedgerEvent[]): FactEvent[] =>
  events.map((event) => {
    const read = readJsonEvent(event, catalogue);
    if (!read.ok) throw new Error(`cannot be read: ${event.type} ${JSON.stringify(read.problems)}`);
    return toFactEvent(read.value);
  });

/** Answers windows of a district from what is held true now, as the service answers them from its cells. */
function lookupIn(cells: FactTables['cells'], district: string): Lookup {
  const byMeasure = groupBy(
    cells.filter((cell) => cell.district === district),
    ({ measure }) => measure,
  );
  return ({ measure, from, to }: Window) => {
    const sums = new Map<string, Amount>();
    for (const { street, dims, day, amount } of byMeasure.get(measure) ?? []) {
      if (day > to || (from !== null && day < from)) continue;
      const name = `${street} ${dims}`;
      const before = sums.get(name)?.amount ?? 0n;
      sums.set(name, {
        street,
        dims: JSON.parse(dims) as Record<string, string>,
        amount: before + BigInt(amount),
      });
    }
    return [...sums.values()];
  };
}

export function readAll(
  { cells }: FactTables,
  indicators: readonly IndicatorDefinition[],
  asOf: string,
): Map<string, EvaluatedIndicator> {
  const lookups = new Map<string, Lookup>();
  for (const { district } of indicators)
    if (!lookups.has(district)) lookups.set(district, lookupIn(cells, district));
  return new Map(
    indicators.map((indicator) => [
      indicator.id,
      evaluate(indicator, asOf, lookups.get(indicator.district)!),
    ]),
  );
}
