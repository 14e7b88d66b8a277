import { describe, expect, it } from '@jest/globals';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import { type MonthCell, seriesOf } from './series.js';

const get = (id: string) => INDICATORS.find((indicator) => indicator.id === id)!;
type CellArguments = [
  measure: string,
  dims: Record<string, string>,
  month: string,
  amount: number,
  street?: string,
];

const cell = (...[measure, dims, month, amount, street = '310105001']: CellArguments): MonthCell => ({
  measure,
  district: '310105',
  street,
  dims,
  month: month < '1949-01' ? null : month,
  first: `${month}-15`,
  last: `${month}-15`,
  amount: BigInt(amount),
});
const beds = (month: string, amount: number, street?: string) =>
  cell('eldercare.beds', { bedType: 'GENERAL', scope: 'INSTITUTION' }, month, amount, street);

describe('month-end series', () => {
  it('given nothing, is empty', () => expect(seriesOf(get('chn-eldercare-beds'), [])).toEqual([]));

  it('given changes in two months, carries the stock through the months between', () => {
    const rows = seriesOf(get('chn-eldercare-beds'), [
      beds('2020-03', -10),
      beds('2020-01', 100),
      beds('2020-01', 5, '310105002'),
    ]);
    expect(
      rows.filter(({ region }) => region === '310105').map(({ periodEnd, value }) => [periodEnd, value]),
    ).toEqual([
      ['2020-01-31', '105'],
      ['2020-02-29', '105'],
      ['2020-03-31', '95'],
    ]);
    expect(rows.filter(({ region }) => region === '310105002').map(({ value }) => value)).toEqual([
      '5',
      '5',
      '5',
    ]);
  });

  it('given a yearly flow, starts at nothing every January', () => {
    const married = (month: string, amount: number) =>
      cell('marriage.registered', { kind: 'MARRIAGE' }, month, amount, 'unknown');
    const rows = seriesOf(get('chn-marriages-registered'), [
      married('2019-11', 3),
      married('2019-12', 4),
      married('2020-02', 1),
    ]);
    expect(rows.map(({ value }) => value)).toEqual(['3', '7', '0', '1']);
  });

  it('given a flow over a plan, runs on through its five years and starts at nothing with the next', () => {
    const paid = (month: string, fen: number) =>
      cell('eldercare.allowance-paid', { ageBand: 'AGE_80_89', basis: 'REPORT' }, month, fen);
    const district = seriesOf(get('chn-elder-allowance-paid'), [
      paid('2015-12', 9),
      paid('2016-01', 111_200_000_000),
      paid('2020-12', 10_000_000_000),
      paid('2021-01', 5_000_000_000),
    ]).filter(({ region }) => region === '310105');
    const value = (periodEnd: string) => district.find((row) => row.periodEnd === periodEnd)!.value;
    expect(['2015-12-31', '2016-01-31', '2019-01-31', '2020-12-31', '2021-01-31'].map(value)).toEqual([
      '0.00',
      '11.12',
      '11.12',
      '12.12',
      '0.50',
    ]);
  });

  it('given a ratio, divides sums and leaves months without denominator null', () => {
    const people = cell(
      'reference.population',
      { measure: 'HUKOU_60P', level: 'DISTRICT' },
      '2020-02',
      300,
      'unknown',
    );
    const rows = seriesOf(get('chn-eldercare-bed-share-of-registered-elderly'), [beds('2020-01', 9), people]);
    expect(rows.map(({ value, numerator, denominator }) => [value, numerator, denominator])).toEqual([
      [null, '9', '0'],
      ['3.00', '9', '300'],
    ]);
  });

  it('given cells of another district or of dims that do not count, leaves them out', () => {
    const home = cell('eldercare.beds', { bedType: 'GENERAL', scope: 'HOME' }, '2020-01', 9);
    expect(seriesOf(get('qpu-eldercare-beds'), [beds('2020-01', 1)])).toEqual([]);
    expect(seriesOf(get('chn-eldercare-beds'), [home])).toEqual([]);
  });

  it('given an end far in the future, stays within the kept months', () => {
    const rows = seriesOf(get('chn-eldercare-beds'), [
      beds('1900-01', 5),
      beds('2020-01', 1),
      beds('2999-12', -1),
    ]);
    const district = rows
      .filter(({ region }) => region === '310105')
      .map(({ periodEnd, value }) => [periodEnd, value]);
    expect(district[0]).toEqual(['1949-01-31', '5']);
    expect(district.at(-1)).toEqual(['2049-12-31', '6']);
  });

  it('given a later beginning, equals the end of the whole series', () => {
    const married = (month: string | null, day: string, amount: number): MonthCell => ({
      ...cell('marriage.registered', { kind: 'MARRIAGE' }, '2019-01', amount, 'unknown'),
      month,
      first: day,
      last: day,
    });
    const whole = [
      married('2018-03', '2018-03-01', 2),
      married('2019-12', '2019-12-01', 4),
      married('2020-02', '2020-02-01', 1),
    ];
    const since = [married(null, '2018-03-01', 6), married('2020-02', '2020-02-01', 1)];
    expect(seriesOf(get('chn-marriages-registered'), since, '2020-01')).toEqual(
      seriesOf(get('chn-marriages-registered'), whole).filter(({ periodEnd }) => periodEnd >= '2020-01'),
    );
    const stock = (month: string | null, day: string, amount: number): MonthCell => ({
      ...beds('2019-01', amount),
      month,
      first: day,
      last: day,
    });
    expect(
      seriesOf(
        get('chn-eldercare-beds'),
        [stock(null, '2018-03-01', 7), stock('2020-02', '2020-02-01', 1)],
        '2020-01',
      ).map(({ value }) => value),
    ).toEqual(['7', '8', '7', '8']);
  });
});
