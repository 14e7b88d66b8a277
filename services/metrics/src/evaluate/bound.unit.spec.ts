import { describe, expect, it } from '@jest/globals';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { evaluate } from './evaluate.js';
import type { Lookup } from './window.js';

type Sum = readonly [measure: string, dims: Record<string, string>, amount: number];

/** Sums of 2016 to 2020, whatever the window. */
const lookup =
  (...sums: Sum[]): Lookup =>
  ({ measure }) =>
    sums
      .filter(([name]) => name === measure)
      .map(([, dims, amount]) => ({ street: 'unknown', dims, amount: BigInt(amount) }));
const at = (id: string, ...sums: Sum[]) =>
  evaluate(
    (INDICATORS as readonly IndicatorDefinition[]).find((indicator) => indicator.id === id)!,
    '2020-12-31',
    lookup(...sums),
  );

describe('bases printed as bounds', () => {
  const rescues = (amount: number) =>
    at('chn-vagrant-rescues', ['rescue.admissions', { mode: 'SELF' }, amount]).base;
  const relief = (fen: number) =>
    at(
      'qpu-medical-relief-self-pay-share',
      ['assistance.medical-relief-fen', { category: 'DIBAO' }, fen],
      ['assistance.medical-self-pay-fen', { category: 'TEKUN' }, 10_000],
    ).base;

  it('given “2100 余”, hold from 2100 on and below 2200', () => {
    const matches = [2099, 2100, 2137, 2199, 2200].map((amount) => rescues(amount)?.match);
    expect(matches).toEqual([false, true, true, true, false]);
    expect(rescues(2137)).toEqual({ asOf: '2020-12-31', published: '2100', computed: '2137', match: true });
  });

  it('given “超过90%”, 90 is not enough, and what only rounds to 90 is', () => {
    expect([9000, 9001, 9100].map((fen) => relief(fen)?.match)).toEqual([false, true, true]);
  });

  it('given no value, do not hold', () => {
    expect(at('qpu-medical-relief-self-pay-share').base?.match).toBe(false);
  });
});

describe('figures of public good', () => {
  it('given fen, come out in 亿元', () => {
    expect(
      at('qpu-charity-donations', ['charity.donations', { form: 'CASH' }, 13_000_000_000]),
    ).toMatchObject({
      value: '1.3000',
      base: { computed: '1.3000', match: true },
    });
  });

  it('divide small plots by burials in new zones, and in the printed variant by all burials', () => {
    const burials: Sum[] = [
      ['funeral.burials', { zone: 'NEW', plot: 'SMALL' }, 90],
      ['funeral.burials', { zone: 'NEW', plot: 'OTHER' }, 10],
      ['funeral.burials', { zone: 'OTHER', plot: 'ANY' }, 100],
    ];
    expect(at('qpu-small-plot-burial-share', ...burials)).toMatchObject({
      value: '90.00',
      base: null,
      status: 'met',
    });
    expect(at('qpu-small-plot-burial-share-literal', ...burials)).toMatchObject({
      value: '45.00',
      target: null,
    });
  });
});
