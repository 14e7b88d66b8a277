import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldedTables, goldDigests, ledgerDeliveries } from './gold.fixture.spec.js';

const ledger = ledgerDeliveries();

/** A shuffle that fast-check can name by one number. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  const result = [...list];
  let state = seed;
  for (let i = result.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const j = state % (i + 1);
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}

describe('the whole ledger', () => {
  it('in any order, with duplicates, in any batches: facts, findings, cells and values are the same bytes', () => {
    const expected = goldDigests(foldedTables(ledger).tables());
    const seed = fc.nat(2 ** 31);
    const batch = fc.integer({ min: 3_000, max: 30_000 });
    fc.assert(
      fc.property(seed, batch, (order, size) => {
        const sent = shuffled([...ledger, ...ledger.filter((_, i) => i % 7 === order % 7)], order);
        const folded = foldedTables();
        for (let from = 0; from < sent.length; from += size) folded.apply(sent.slice(from, from + size));
        expect(goldDigests(folded.tables())).toEqual(expected);
      }),
      { numRuns: 2 },
    );
  }, 120_000);
});
