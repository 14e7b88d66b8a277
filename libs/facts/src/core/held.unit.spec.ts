import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FactRow } from './definition.js';
import { Held, ROWS, stepTo } from './held.js';
import { canonicalJson, isSameRow, rowId } from './identity.js';

const dims = fc.dictionary(fc.constantFrom('a', 'b', 'ü"'), fc.constantFrom('', 'x', '中\n', '"\\'), {
  noNullPrototype: true,
});

const rows: fc.Arbitrary<FactRow> = fc.record({
  measure: fc.constantFrom('m', 'n'),
  district: fc.constant('310105'),
  street: fc.constantFrom('310105001', 'unknown'),
  dims,
  amount: fc.integer({ min: -1, max: 1 }),
  validFrom: fc.constantFrom('2020-01-01', '2020-01-02'),
  validUntil: fc.constantFrom('2020-02-01', null),
  causes: fc.uniqueArray(fc.constantFrom('e1', 'e2', 'e3'), { maxLength: 2 }),
});

/** What a fold may return: no row twice. */
const states = fc.uniqueArray(rows, { selector: rowId, maxLength: 14 });

const idsOf = (held: readonly { readonly id: string }[]): string[] => held.map(({ id }) => id).sort();
const without = (from: readonly string[], ids: readonly string[]): string[] =>
  from.filter((id) => !ids.includes(id)).sort();

describe('identity of rows', () => {
  it('given any two rows, the quick comparison says what their ids say', () => {
    fc.assert(fc.property(rows, rows, (a, b) => expect(isSameRow(a, b)).toBe(rowId(a) === rowId(b))));
  });

  it('given the same content in other objects and key orders, it is the same row', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const turned = Object.fromEntries(Object.entries(row.dims).reverse());
        expect(isSameRow(row, { ...row, dims: turned, causes: [...row.causes] })).toBe(true);
      }),
    );
  });

  it('given any dimensions, they are written as JSON writes them, keys sorted', () => {
    fc.assert(
      fc.property(dims, (record) => {
        const keys = Object.keys(record).sort();
        expect(canonicalJson(record)).toBe(
          JSON.stringify(Object.fromEntries(keys.map((key) => [key, record[key]]))),
        );
      }),
    );
  });
});

describe('steps between states', () => {
  it('given any two states, what opened, closed and is held is the difference of their ids', () => {
    fc.assert(
      fc.property(states, states, fc.boolean(), (before, other, extends_) => {
        const after = extends_ ? distinct([...before, ...other]) : other;
        const first = stepTo([], before, ROWS).held;
        const step = stepTo(first, after, ROWS);
        const [old, now] = [before.map(rowId), after.map(rowId)];
        expect(idsOf(step.opened)).toEqual(without(now, old));
        expect(idsOf(step.closed)).toEqual(without(old, now));
        expect(step.held.map(({ id }) => id)).toEqual(now);
        expect(step.repeated).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('given a state that repeats a row, says so and holds it once', () => {
    fc.assert(
      fc.property(states, states, fc.nat(20), (before, after, at) => {
        fc.pre(after.length > 0);
        const repeated = [...after, { ...after[at % after.length]! }];
        const step = stepTo(stepTo([], before, ROWS).held, repeated, ROWS);
        expect(idsOf(step.held)).toEqual(after.map(rowId).sort());
      }),
    );
    const row = fc.sample(rows, 1)[0]!;
    expect(stepTo([], [row, { ...row }], ROWS).repeated).toBe(true);
    expect(stepTo([new Held(row, ROWS)], [row, { ...row }], ROWS).repeated).toBe(true);
  });
});

const distinct = (all: readonly FactRow[]): FactRow[] => [
  ...new Map(all.map((row) => [rowId(row), row])).values(),
];
