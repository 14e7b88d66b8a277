import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import type { FactDefinition, FactEvent } from '../core/definition.js';
import { derivedTables, MemoryTables } from './memory-tables.js';

/** A set of events and one way in which it may arrive: any order, repeats, any batches. */
export interface Delivery {
  readonly events: readonly FactEvent[];
  readonly batches: readonly (readonly FactEvent[])[];
}

export const deliveries = (events: fc.Arbitrary<readonly FactEvent[]>): fc.Arbitrary<Delivery> =>
  events.chain((set) =>
    fc
      .tuple(
        fc.array(fc.nat(Math.max(0, set.length - 1)), { maxLength: set.length }),
        fc.infiniteStream(fc.nat(3)),
      )
      .chain(([repeats, cuts]) => {
        const sent = [...set, ...repeats.map((i) => set[i]!)];
        return fc
          .shuffledSubarray(sent, { minLength: sent.length })
          .map((order) => ({ events: set, batches: split(order, cuts) }));
      }),
  );

function split(order: readonly FactEvent[], cuts: Iterator<number>): FactEvent[][] {
  const batches: FactEvent[][] = [];
  for (const event of order) {
    const open = batches.at(-1);
    if (open && cuts.next().value !== 0) open.push(event);
    else batches.push([event]);
  }
  return batches;
}

/**
 * Fails unless the tables of `fact` depend on the set of events alone: every delivery, folded in batch by batch,
 * must equal the full derivation. Pass the originals through `withAmendments` to mix corrections and voids in.
 */
export function assertSetPrinciple(
  fact: FactDefinition,
  arbitraryEvents: fc.Arbitrary<readonly FactEvent[]>,
  parameters: fc.Parameters<[Delivery]> = {},
): void {
  fc.assert(
    fc.property(deliveries(arbitraryEvents), ({ events, batches }) => {
      const tables = new MemoryTables([fact]);
      for (const batch of batches) tables.apply(batch);
      deepStrictEqual(tables.tables(), derivedTables([fact], events));
    }),
    parameters,
  );
}
