import { describe, expect, it } from '@jest/globals';
import { isVoid, type FactEvent } from '@minhai/facts';
import { FoldedSet } from './folded-set.fixture.spec.js';
import { getMeasure } from '../evaluate/window.js';
import { indicatorValues, ledgerDeliveries } from './gold.fixture.spec.js';

const STEPS = 12;
const AFTERWARDS = Date.parse('2030-01-01T00:00:00+08:00');

const voidOf = (event: FactEvent, recordedTime: number): FactEvent => ({
  ...event,
  id: `ffffffff${event.id.slice(8)}`,
  type: 'cn.gov.mca.record.voided',
  correctionOf: undefined,
  voids: event.id,
  recordedTime,
  data: { reason: 'ERROR' },
});

/** Stocks that are below nothing on some day, by measure, place and dimensions. */
function negativeStocks(set: FoldedSet): string[] {
  const cells = [...set.cells()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const stocks = new Map<string, number>();
  const negative = new Set<string>();
  for (const { measure, district, street, dims, day, amount } of cells) {
    if (getMeasure(measure).kind !== 'stock') continue;
    const name = `${measure} ${district} ${street} ${dims}`;
    const stock = (stocks.get(name) ?? 0) + amount;
    stocks.set(name, stock);
    if (stock < 0) negative.add(`${name} on ${day}: ${stock}`);
  }
  return [...negative];
}

describe('voiding the whole ledger (ledger.md §6.4, 5)', () => {
  it('from the newest event to the oldest, then no stock is ever negative and nothing is left at the end', () => {
    const set = new FoldedSet();
    const ledger = ledgerDeliveries();
    set.apply(ledger);
    expect(negativeStocks(set)).toEqual([]);
    expect(set.heldRows().length).toBeGreaterThan(30_000);
    const newestFirst = [...new Map(ledger.map((event) => [event.id, event])).values()]
      .filter((event) => !isVoid(event))
      .sort((a, b) => b.time - a.time || b.recordedTime - a.recordedTime || (a.id < b.id ? 1 : -1));
    const size = Math.ceil(newestFirst.length / STEPS);
    for (let step = 0; step < STEPS; step++) {
      const part = newestFirst.slice(step * size, (step + 1) * size);
      set.apply(part.map((event) => voidOf(event, AFTERWARDS + step * 1_000)));
      expect(negativeStocks(set)).toEqual([]);
    }
    expect(set.heldRows()).toEqual([]);
    expect(set.cells()).toEqual([]);
    expect(indicatorValues(set)).toEqual([]);
  }, 120_000);
});
