import { describe, expect, it } from '@jest/globals';
import type { MonthLine } from './month-lines.js';
import { type Layout, withheldLines } from './withheld-lines.js';

const line = (key: Record<string, string>, households: number, month = '2020-12'): MonthLine => ({
  month,
  key,
  amounts: new Map([['households', BigInt(households)]]),
});

const LAYOUT: Layout = { rows: 'street', columns: 'grade', counts: ['households'], k: 10 };

const table = (
  month: string,
  counts: Readonly<Record<string, readonly [high: number, low: number]>>,
): MonthLine[] =>
  Object.entries(counts).flatMap(([street, [high, low]]) => [
    line({ street, grade: 'HIGH' }, high, month),
    line({ street, grade: 'LOW' }, low, month),
  ]);

describe('withheldLines', () => {
  it('given one small count, withholds it with partners in its row and its column', () => {
    const lines = table('2020-12', { a: [3, 40], b: [50, 60], c: [70, 80] });
    const withheld = withheldLines(lines, LAYOUT);
    const names = [...withheld].map(({ key }) => `${key['street']} ${key['grade']}`);
    expect(names).toContain('a HIGH');
    expect(names).toContain('a LOW');
    expect(names.filter((name) => name.endsWith('HIGH')).length).toBeGreaterThan(1);
    expect(names.length).toBeLessThan(lines.length);
  });

  it('given months, judges each alone; large counts and zeros are shown', () => {
    const large = table('2020-11', { a: [30, 40], b: [0, 60] });
    const small = table('2020-12', { a: [3, 40], b: [50, 60] });
    const withheld = withheldLines([...large, ...small], LAYOUT);
    expect(large.some((one) => withheld.has(one))).toBe(false);
    expect(withheld.has(small[0]!)).toBe(true);
  });

  it('given a single row, finds a partner in it, because the sum is known', () => {
    const row: Layout = { columns: 'kind', apart: 'registration', counts: ['households'], k: 5 };
    const lines = [
      line({ registration: 'MARRIAGE', kind: 'MARRIAGE' }, 200),
      line({ registration: 'MARRIAGE', kind: 'REMARRIAGE' }, 2),
      line({ registration: 'DIVORCE', kind: 'REGISTERED' }, 90),
    ];
    const withheld = withheldLines(lines, row);
    expect(lines.map((one) => withheld.has(one))).toEqual([true, true, false]);
  });

  it('given two counts, a line withheld for one is withheld for both', () => {
    const persons = (one: MonthLine, count: number): MonthLine => ({
      ...one,
      amounts: new Map([...one.amounts, ['persons', BigInt(count)]]),
    });
    const few = persons(line({ street: 'a', grade: 'HIGH' }, 9), 30);
    const lines = [few, ...table('2020-12', { b: [50, 60] }).map((one) => persons(one, 100))];
    expect(withheldLines(lines, { ...LAYOUT, counts: ['persons', 'households'] }).has(few)).toBe(true);
    expect(withheldLines(lines, { ...LAYOUT, counts: ['persons'] }).has(few)).toBe(false);
  });
});
