import { describe, expect, it } from '@jest/globals';
import type { MonthCell } from '../evaluate/series.js';
import { type MonthLine, monthLines } from './month-lines.js';

const cell = (measure: string, day: string, amount: number, street = '310105001'): MonthCell => ({
  measure,
  district: '310105',
  street,
  dims: {},
  month: day.slice(0, 7),
  first: day,
  last: day,
  amount: BigInt(amount),
});

const before = (one: MonthCell): MonthCell => ({ ...one, month: null });

const lines = (from: string, ...cells: readonly MonthCell[]): unknown[] =>
  monthLines({ district: '310105', from, cells }, ({ measure, street }) => ({
    key: { street },
    columns: [measure],
  })).map(({ month, key, amounts }: MonthLine) => [month, key['street'], Object.fromEntries(amounts)]);

describe('monthLines', () => {
  it('given a stock, carries it to the last month in which anything of the view moved', () => {
    expect(
      lines(
        '2020-01',
        cell('eldercare.beds', '2020-01-05', 10),
        cell('eldercare.beds', '2020-03-31', -4),
        cell('eldercare.beds', '2020-02-01', 7, '310105002'),
      ),
    ).toEqual([
      ['2020-01', '310105001', { 'eldercare.beds': 10n }],
      ['2020-02', '310105001', { 'eldercare.beds': 10n }],
      ['2020-03', '310105001', { 'eldercare.beds': 6n }],
      ['2020-02', '310105002', { 'eldercare.beds': 7n }],
      ['2020-03', '310105002', { 'eldercare.beds': 7n }],
    ]);
  });

  it('given a flow, has what each month brought and nothing of other months', () => {
    expect(
      lines(
        '2020-01',
        cell('marriage.registered', '2020-01-05', 3),
        cell('marriage.registered', '2020-03-01', 1),
      ).map((line) => (line as unknown[])[2]),
    ).toEqual([{ 'marriage.registered': 3n }, {}, { 'marriage.registered': 1n }]);
  });

  it('given what was before the months asked for, goes on from it with stocks and not with flows', () => {
    expect(
      lines(
        '2021-01',
        before(cell('eldercare.beds', '2019-05-01', 100)),
        before(cell('marriage.registered', '2020-05-01', 100)),
        cell('eldercare.beds', '2021-01-31', 1),
      ),
    ).toEqual([['2021-01', '310105001', { 'eldercare.beds': 101n }]]);
  });

  it('given nothing, has no lines', () => {
    expect(lines('2020-01')).toEqual([]);
  });
});
