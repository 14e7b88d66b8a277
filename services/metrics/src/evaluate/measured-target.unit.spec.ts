import { describe, expect, it } from '@jest/globals';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { evaluate, windowsFor } from './evaluate.js';
import type { Lookup } from './window.js';

const get = (id: string): IndicatorDefinition => INDICATORS.find((indicator) => indicator.id === id)!;

/** Answers with fixed amounts by measure, whenever asked. */
const lookup =
  (amounts: Readonly<Record<string, readonly [amount: number, dims: Record<string, string>][]>>): Lookup =>
  ({ measure }) =>
    (amounts[measure] ?? []).map(([amount, dims]) => ({ street: 'unknown', dims, amount: BigInt(amount) }));

const socialWorkers = (persons: number, hukou: number) =>
  evaluate(
    get('qpu-certified-social-workers'),
    '2020-12-31',
    lookup({
      'community.certified-social-workers': [[persons, { certificate: 'PROFESSIONAL' }]],
      'reference.population': hukou ? [[hukou, { measure: 'HUKOU_POP', level: 'DISTRICT' }]] : [],
    }),
  );

describe('a target that is a share of something counted', () => {
  it('given 500 000 hukou residents, 1‰ are 500 persons; without a base it is measured from nothing', () => {
    expect(socialWorkers(386, 500_000)).toMatchObject({
      value: '386',
      base: null,
      target: { literal: '达到户籍人数 1‰', value: '500' },
      completion: '0.7720',
      status: 'no-base',
    });
  });

  it('keeps the part below one, so that nobody is rounded into having reached it', () => {
    expect(socialWorkers(587, 587_407)).toMatchObject({ target: { value: '587.407' }, status: 'no-base' });
    expect(socialWorkers(588, 587_407)).toMatchObject({ status: 'met', completion: '1.0000' });
  });

  it('given no population, the target is unknown and the value still stands', () => {
    expect(socialWorkers(386, 0)).toMatchObject({
      value: '386',
      target: { value: null },
      completion: null,
      status: null,
    });
  });

  it('is asked for together with the value', () => {
    const measures = windowsFor(get('qpu-certified-social-workers'), '2020-12-31').map(
      ({ measure }) => measure,
    );
    expect(measures).toEqual([
      'community.certified-social-workers',
      'reference.population',
      'community.certified-social-workers',
    ]);
  });

  it('given boundaries from an earlier round, the round is done with the last of them', () => {
    const round = (inspected: number, asOf: string) =>
      evaluate(
        get('chn-boundary-inspection-5'),
        asOf,
        lookup({
          'community.boundaries': [[4, {}]],
          'community.boundaries-inspected': [
            [4, { round: '4' }],
            [inspected, { round: '5' }],
          ],
        }),
      );
    expect(round(0, '2020-12-31')).toMatchObject({
      value: '0',
      base: { match: true },
      target: { value: '4' },
    });
    expect(round(3, '2025-12-31')).toMatchObject({ completion: '0.7500', status: 'missed' });
    expect(round(4, '2025-12-31')).toMatchObject({ completion: '1.0000', status: 'met' });
  });
});
