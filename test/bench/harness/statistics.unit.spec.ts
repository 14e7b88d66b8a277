import { describe, expect, it } from '@jest/globals';
import { percentile, ratios, spreadOf } from './statistics.js';

describe('statistics of measurements', () => {
  it('states the median and the range', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
    expect(spreadOf([4, 1, 2, 3])).toEqual({ median: 2.5, min: 1, max: 4 });
    expect(() => spreadOf([])).toThrow(RangeError);
  });

  it('compares round by round', () => {
    expect(ratios([10, 30], [100, 100])).toEqual([0.1, 0.3]);
  });

  it('takes the nearest rank for a percentile', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
    expect([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile([7], 0.99)]).toEqual([50, 99, 7]);
  });
});
