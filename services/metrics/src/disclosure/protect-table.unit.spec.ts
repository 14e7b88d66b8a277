import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { intervalOf } from './interval-attack.js';
import { linearInterval } from './linear-attack.fixture.spec.js';
import { protectTable, smallOnes } from './protect-table.js';
import { extended, neverShown, type PublishedTable } from './published-table.js';

const withheldCount = (table: PublishedTable, k: number): number =>
  protectTable(table, k).flat().filter(Boolean).length;

const count = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 12 }) },
  { weight: 3, arbitrary: fc.integer({ min: 5, max: 400 }) },
);

const tables = (most: { rows: number; columns: number }): fc.Arbitrary<PublishedTable> =>
  fc
    .tuple(fc.integer({ min: 1, max: most.rows }), fc.integer({ min: 1, max: most.columns }))
    .chain(([rows, columns]) =>
      fc.record({
        cells: fc
          .array(fc.array(count, { minLength: columns, maxLength: columns }), {
            minLength: rows,
            maxLength: rows,
          })
          .map(extended),
        hidesColumnSums: fc.boolean(),
        hidesRowSums: fc.constant(false),
      }),
    );

describe('protecting a table', () => {
  it('given no small count, withholds nothing', () => {
    expect(withheldCount({ cells: extended([[5, 0, 40]]) }, 5)).toBe(0);
  });

  it('given one small count among 街镇, withholds another, because the sum would give it back', () => {
    const table = { cells: extended([[3, 20, 30, 0]]), hidesColumnSums: true };
    expect(protectTable(table, 5)[0]).toEqual([true, true, false, false, false]);
  });

  it('given two small counts whose sum is tight, withholds a third', () => {
    const table = { cells: extended([[1, 2, 50, 60]]), hidesColumnSums: true };
    expect(protectTable(table, 5)[0]).toEqual([true, true, true, false, false]);
  });

  it('given a small sum, withholds it with its parts', () => {
    const table = { cells: extended([[2, 1, 0]]), hidesColumnSums: true };
    expect(protectTable(table, 5)).toEqual([
      [true, true, false, true],
      [true, true, true, true],
    ]);
  });

  it('given rows and columns with sums, withholds rectangles', () => {
    const withheld = protectTable(
      {
        cells: extended([
          [3, 30],
          [40, 50],
          [60, 70],
        ]),
      },
      5,
    );
    expect(withheld.flat().filter(Boolean)).toHaveLength(4);
    expect(withheld[0]).toEqual([true, true, false]);
  });

  it.each([5, 10])(
    'given 1,000 random tables, then for an interval attack no count under %i can be told',
    (k) => {
      const hidden = (table: PublishedTable) => (row: number, column: number) =>
        neverShown(table, row, column);
      fc.assert(
        fc.property(tables({ rows: 4, columns: 6 }), (table) => {
          const withheld = protectTable(table, k);
          for (const small of smallOnes(table, k)) {
            const { low, high } = linearInterval(table.cells, withheld, hidden(table), small);
            expect(high).toBeGreaterThanOrEqual(k);
            expect(high - low + 1).toBeGreaterThanOrEqual(k);
          }
        }),
        { numRuns: 1_000 },
      );
    },
  );

  it('the attack by flows finds the interval that linear programming finds', () => {
    const bound = 1_000;
    fc.assert(
      fc.property(tables({ rows: 3, columns: 4 }), fc.infiniteStream(fc.boolean()), (table, coins) => {
        const withheld = table.cells.map((counts, row) =>
          counts.map(
            (cell, column) => neverShown(table, row, column) || (cell > 0 && (coins.next().value as boolean)),
          ),
        );
        for (const [row, flags] of withheld.entries()) {
          for (const [column, flag] of flags.entries()) {
            if (!flag || neverShown(table, row, column)) continue;
            const target = { row, column };
            const flows = intervalOf(table.cells, withheld, target, bound);
            const linear = linearInterval(table.cells, withheld, (r, c) => neverShown(table, r, c), target);
            const value = table.cells[row]![column]!;
            expect(flows).toEqual({
              low: Math.max(linear.low, value - bound),
              high: Math.min(linear.high, value + bound),
            });
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
