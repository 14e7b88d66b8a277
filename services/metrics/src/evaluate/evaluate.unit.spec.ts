import { describe, expect, it } from '@jest/globals';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { evaluate } from './evaluate.js';
import { type Lookup, planOf } from './window.js';

const get = (id: string): IndicatorDefinition => INDICATORS.find((indicator) => indicator.id === id)!;

/** Answers every window with what counts in it: (measure, dims, amount, day). */
type Movement = readonly [
  measure: string,
  dims: Record<string, string>,
  amount: number,
  day: string,
  street?: string,
];
const lookup =
  (...movements: Movement[]): Lookup =>
  ({ measure, from, to }) =>
    movements
      .filter(([name, , , day]) => name === measure && (from === null || day >= from) && day <= to)
      .map(([, dims, amount, , street]) => ({ street: street ?? '310105001', dims, amount: BigInt(amount) }));

const beds = (bedType: string, amount: number, day = '2020-01-01', scope = 'INSTITUTION'): Movement => [
  'eldercare.beds',
  { bedType, scope },
  amount,
  day,
];
const people = (measure: string, amount: number): Movement => [
  'reference.population',
  { measure, level: 'DISTRICT' },
  amount,
  '2020-12-31',
  'unknown',
];

describe('values', () => {
  it('given 6567 beds and 218 900 elderly, computes 3.00 and matches the published 3', () => {
    const result = evaluate(
      get('chn-eldercare-bed-share-of-registered-elderly'),
      '2020-12-31',
      lookup(beds('GENERAL', 6567), people('HUKOU_60P', 218_900)),
    );
    expect(result).toMatchObject({
      value: '3.00',
      numerator: '6567',
      denominator: '218900',
      status: 'maintain',
      completion: '1.0000',
    });
    expect(result.base).toEqual({ asOf: '2020-12-31', published: '3', computed: '3.00', match: true });
    expect(result.target).toEqual({ literal: '3 以上', comparator: 'gte', value: '3', year: 2025 });
  });

  it('given 2233 of 6567 nursing beds, prints 34 although 34.00 is not exact', () => {
    const result = evaluate(
      get('chn-nursing-bed-share'),
      '2020-12-31',
      lookup(beds('NURSING', 2233), beds('GENERAL', 4334)),
    );
    expect(result).toMatchObject({ value: '34.00', base: { match: true }, completion: '0.0001' });
  });

  it('tests the published figure from the sums, not from the rounded value', () => {
    // 33.4963 % would round to 33.50 and from there to 34.
    const result = evaluate(
      get('chn-nursing-bed-share'),
      '2020-12-31',
      lookup(beds('NURSING', 3350), beds('GENERAL', 6651)),
    );
    expect(result.value).toBe('33.50');
    expect(result.base).toMatchObject({ computed: '33.50', match: false });
  });

  it('given 130 000.00 ㎡, prints 13.00 万㎡ and measures the way to 16 in it', () => {
    const result = evaluate(
      get('qpu-community-eldercare-area'),
      '2020-12-31',
      lookup(['eldercare.facility-area', {}, 13_000_000, '2020-01-01', '310118001']),
    );
    expect(result).toMatchObject({ value: '13.00', numerator: '130000.00', denominator: null });
    expect(result.base).toMatchObject({ computed: '13.00', match: true });
    expect([result.status, result.completion]).toEqual(['on-track', '0.0000']);
  });

  it('given 27 722.04 ㎡ and 693 051 residents, computes 40.00 ㎡ per 1 000 of them', () => {
    const result = evaluate(
      get('chn-community-eldercare-area-per-1000-residents'),
      '2020-12-31',
      lookup(['eldercare.facility-area', {}, 2_772_204, '2020-01-01'], people('RESIDENT_POP', 693_051)),
    );
    expect(result).toMatchObject({ value: '40.00', base: { match: true }, status: 'maintain' });
  });

  it('never counts beds in homes', () => {
    expect(
      evaluate(
        get('chn-eldercare-beds'),
        '2020-12-31',
        lookup(beds('GENERAL', 10), beds('GENERAL', 99, '2020-01-01', 'HOME')),
      ).value,
    ).toBe('10');
  });

  it('given no denominator yet, the value is null, which is not nothing', () => {
    const result = evaluate(
      get('chn-eldercare-bed-share-of-registered-elderly'),
      '2020-12-30',
      lookup(beds('GENERAL', 6567), people('HUKOU_60P', 218_900)),
    );
    expect(result).toMatchObject({
      value: null,
      numerator: '6567',
      denominator: '0',
      completion: null,
      status: null,
    });
  });

  it('given 793 organisations, 135 valid and 587 407 residents, prints 17 and 13.5', () => {
    const movements: Movement[] = [
      ['socialorg.registered', { kind: 'ASSOCIATION' }, 793, '2019-01-01'],
      ['socialorg.rated-valid', { level: 'A3' }, 100, '2019-01-01'],
      ['socialorg.rated-valid', { level: 'A5' }, 35, '2019-01-01'],
      ['socialorg.rated-valid', { level: 'A2' }, 50, '2019-01-01'],
      people('HUKOU_POP', 587_407),
    ];
    expect(evaluate(get('chn-socialorg-3a-share'), '2020-12-31', lookup(...movements))).toMatchObject({
      value: '17.02',
      base: { match: true },
    });
    expect(evaluate(get('chn-socialorgs-per-10k-hukou'), '2020-12-31', lookup(...movements))).toMatchObject({
      value: '13.50',
      base: { match: true },
    });
  });

  it('given both bounds of Qingpu’s nursing share, both print as 25', () => {
    for (const nursing of [2069, 2070]) {
      const result = evaluate(
        get('qpu-nursing-bed-share'),
        '2020-12-31',
        lookup(beds('NURSING', nursing), beds('GENERAL', 8278 - nursing)),
      );
      expect(result.base?.match).toBe(true);
    }
  });

  it('reads a yearly flow from January and its base in its own year', () => {
    const movements: Movement[] = [
      ['marriage.registered', { kind: 'MARRIAGE' }, 4240, '2019-12-31'],
      ['marriage.registered', { kind: 'MARRIAGE' }, 7, '2020-01-01'],
    ];
    expect(evaluate(get('chn-marriages-registered'), '2020-12-31', lookup(...movements))).toMatchObject({
      value: '7',
      base: { computed: '4240', match: true },
    });
  });
});

describe('a flow over a five-year plan', () => {
  const paid = (fen: number, day: string): Movement => [
    'eldercare.allowance-paid',
    { ageBand: 'AGE_80_89', basis: 'REPORT' },
    fen,
    day,
  ];
  const payments = lookup(
    paid(7_000_000_000, '2015-12-31'),
    paid(100_000_000_000, '2016-01-31'),
    paid(11_200_000_000, '2020-12-31'),
    paid(3_000_000_000, '2021-01-31'),
  );

  it('sums the plan that the day lies in, from fen to 亿元', () => {
    expect(evaluate(get('chn-elder-allowance-paid'), '2020-12-31', payments)).toMatchObject({
      value: '11.12',
      numerator: '11.1200000000',
      base: { published: '11.12', computed: '11.12', match: true },
    });
    expect(evaluate(get('chn-elder-allowance-paid'), '2020-12-30', payments).value).toBe('10.00');
  });

  it('given a day in the next plan, starts over and leaves the base as it was', () => {
    expect(evaluate(get('chn-elder-allowance-paid'), '2023-06-30', payments)).toMatchObject({
      value: '0.30',
      base: { computed: '11.12', match: true },
    });
  });

  it('knows the years of every plan', () => {
    expect([2016, 2020, 2021, 2025].map((year) => planOf(year).from)).toEqual([2016, 2016, 2021, 2021]);
  });
});

describe('standing', () => {
  const newBeds = (amount: number, day: string): Movement => [
    'eldercare.new-beds',
    { scope: 'INSTITUTION' },
    amount,
    day,
  ];
  const at = (asOf: string, ...movements: Movement[]) =>
    evaluate(get('chn-new-institution-beds'), asOf, lookup(...movements));

  it('given a base of one year and a target over five, measures the target over its period only', () => {
    expect(at('2020-12-31', newBeds(258, '2020-06-01'))).toMatchObject({
      value: '258',
      base: { match: true },
      completion: '0.0000',
      status: 'on-track',
    });
    expect(at('2023-12-31', newBeds(258, '2020-06-01'), newBeds(425, '2022-03-01'))).toMatchObject({
      value: '0',
      completion: '0.5000',
      status: 'behind',
    });
    expect(at('2025-12-31', newBeds(850, '2025-12-31'))).toMatchObject({
      completion: '1.0000',
      status: 'met',
    });
    expect(at('2026-06-01', newBeds(849, '2025-12-31'), newBeds(1, '2026-01-01'))).toMatchObject({
      completion: '0.9988',
      status: 'missed',
    });
  });

  it('given a target equal to the base, it is to be maintained', () => {
    const share = (amount: number, asOf: string) =>
      evaluate(
        get('chn-eldercare-bed-share-of-registered-elderly'),
        asOf,
        lookup(beds('GENERAL', amount), people('HUKOU_60P', 100)),
      );
    expect(share(3, '2022-12-31').status).toBe('maintain');
    expect(share(2, '2022-12-31').status).toBe('behind');
    expect(share(2, '2025-12-31')).toMatchObject({ status: 'missed', completion: '0.6667' });
  });

  it('given no base, measures from nothing', () => {
    const share = (amount: number) =>
      evaluate(
        get('qpu-eldercare-bed-share-of-registered-elderly'),
        '2020-12-31',
        lookup(beds('GENERAL', amount), people('HUKOU_60P', 1000)),
      );
    expect(share(7)).toMatchObject({ base: null, value: '0.70', completion: '0.2000', status: 'no-base' });
    expect(share(35)).toMatchObject({ completion: '1.0000', status: 'met' });
  });

  it('given a base already past the target, says so', () => {
    const flattered = {
      ...get('chn-socialorg-3a-share'),
      base: { asOf: '2020-12-31', published: '18.28', literal: '18.28' },
    };
    const organisations = lookup(
      ['socialorg.registered', {}, 793, '2019-01-01'],
      ['socialorg.rated-valid', { level: 'A3' }, 145, '2019-01-01'],
    );
    expect(evaluate(flattered, '2020-12-31', organisations)).toMatchObject({
      status: 'met-at-base',
      completion: '1.0000',
    });
  });

  it('given half of the way at a third of the time, is on track; at four fifths it is behind', () => {
    const dementia = (asOf: string) =>
      evaluate(
        get('chn-dementia-beds'),
        asOf,
        lookup(['eldercare.dementia-beds', { scope: 'INSTITUTION' }, 240, '2020-01-01']),
      );
    expect(dementia('2022-06-30')).toMatchObject({ completion: '0.5000', status: 'on-track' });
    expect(dementia('2024-12-31').status).toBe('behind');
  });
});
