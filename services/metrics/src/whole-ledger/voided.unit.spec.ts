import { describe, expect, it } from '@jest/globals';
import { isVoid, type FactEvent } from '@minhai/facts';
import type { FactTables } from '@minhai/facts/testing';
import { getMeasure } from '../evaluate/window.js';
import { foldedTables, indicatorValues, ledgerDeliveries } from './gold.fixture.spec.js';

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

const heldRows = ({ entities }: FactTables) =>
  entities.flatMap(({ rows }) => rows.filter(({ knownUntil }) => knownUntil === null));

/** Stocks that are below nothing on some day, by measure, place and dimensions. */
function negativeStocks(tables: FactTables): string[] {
  const cells = [...tables.cells].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
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

describe('voiding the whole ledger', () => {
  it('from the newest event to the oldest, then no stock is ever negative and nothing is left at the end', () => {
    const ledger = ledgerDeliveries();
    const folded = foldedTables(ledger);
    expect(negativeStocks(folded.tables())).toEqual([]);
    expect(heldRows(folded.tables()).length).toBeGreaterThan(30_000);
    const newestFirst = [...new Map(ledger.map((event) => [event.id, event])).values()]
      .filter((event) => !isVoid(event))
      .sort((a, b) => b.time - a.time || b.recordedTime - a.recordedTime || (a.id < b.id ? 1 : -1));
    const size = Math.ceil(newestFirst.length / STEPS);
    for (let step = 0; step < STEPS; step++) {
      const part = newestFirst.slice(step * size, (step + 1) * size);
      folded.apply(part.map((event) => voidOf(event, AFTERWARDS + step * 1_000)));
      expect(negativeStocks(folded.tables())).toEqual([]);
    }
    const left = folded.tables();
    expect(heldRows(left)).toEqual([]);
    expect(left.cells).toEqual([]);
    expect(indicatorValues(left)).toEqual([]);
  }, 120_000);
});
