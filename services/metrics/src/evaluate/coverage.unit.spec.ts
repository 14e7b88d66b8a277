import { describe, expect, it } from '@jest/globals';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { evaluate } from './evaluate.js';
import type { Lookup } from './window.js';

const get = (id: string): IndicatorDefinition => INDICATORS.find((indicator) => indicator.id === id)!;

/** A district of `streets` 街镇, of which the first `covered` have a rental point. */
const district =
  (streets: number, covered: number): Lookup =>
  ({ measure }) => {
    const rows = (count: number, dims: Record<string, string>) =>
      Array.from({ length: count }, (_, i) => ({ street: String(310_118_001 + i), dims, amount: 1n }));
    if (measure !== 'reference.divisions') return rows(covered, {});
    return [
      ...rows(streets, { level: 'STREET' }),
      { street: 'unknown', dims: { level: 'DISTRICT' }, amount: 1n },
    ];
  };
const changning = (covered: number) =>
  evaluate(get('chn-assistive-rental-coverage'), '2020-12-31', district(10, covered));
const qingpu = (covered: number, streets = 11) =>
  evaluate(get('qpu-assistive-rental-coverage'), '2020-12-31', district(streets, covered));

describe('coverage', () => {
  it('given 8 of 10 街镇, is 80 and equals the published figure; the district itself is no 街镇', () => {
    expect(changning(8)).toMatchObject({
      kind: 'COVER',
      value: '80.0',
      numerator: '8',
      denominator: '10',
      base: { published: '80', computed: '80.0', match: true },
      completion: '0.0000',
      status: 'on-track',
    });
    expect(changning(8).base).not.toHaveProperty('declaredMismatch');
  });

  it('given every 街镇, has met the target', () => {
    expect(changning(10)).toMatchObject({ value: '100.0', completion: '1.0000', status: 'met' });
  });

  it('given no 街镇 yet, is null, which is not nothing', () => {
    expect(evaluate(get('chn-assistive-rental-coverage'), '2020-12-31', district(0, 0)).value).toBeNull();
  });

  it('given a base that is the target, is to be maintained', () => {
    const all: Lookup = (window) =>
      district(
        10,
        10,
      )(window).map((row) =>
        window.measure === 'reference.divisions' ? row : { ...row, dims: { kind: 'DEMENTIA_FRIENDLY' } },
      );
    expect(evaluate(get('chn-dementia-friendly-coverage'), '2022-12-31', all)).toMatchObject({
      value: '100.0',
      base: { match: true },
      status: 'maintain',
    });
  });
});

describe('a published figure that cannot be met', () => {
  it('given 8 of 11 for a published 70, differs, as declared, with the reason', () => {
    const { value, base } = qingpu(8);
    expect(value).toBe('72.7');
    expect(base).toMatchObject({
      published: '70',
      computed: '72.7',
      match: false,
      declaredMismatch: { tolerance: '3', within: true },
    });
    expect(base!.declaredMismatch!.reason.en).toContain('11 街镇');
  });

  it('given more or fewer than that, differs farther than declared', () => {
    expect([7, 9, 11].map((covered) => qingpu(covered).base!.declaredMismatch!.within)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('given no value, does not hide behind the declaration', () => {
    expect(qingpu(0, 0).base).toMatchObject({ match: false, declaredMismatch: { within: false } });
  });

  it('measures the way to the target from the published figure all the same', () => {
    expect(qingpu(8)).toMatchObject({ completion: '0.0909', status: 'on-track' });
  });
});
