import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { apportion } from './apportion.js';

describe('apportion', () => {
  it('gives the largest remainders what rounding down leaves', () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(apportion(7, [2, 3, 5])).toEqual([1, 2, 4]);
    expect(apportion(0, [])).toEqual([]);
  });

  it('given any total and weights, then the parts add up and stay within one of their share', () => {
    const weights = fc
      .array(fc.nat(1000), { minLength: 1, maxLength: 40 })
      .filter((list) => list.some((weight) => weight > 0));
    fc.assert(
      fc.property(fc.nat(100_000), weights, (total, list) => {
        const parts = apportion(total, list);
        const sum = list.reduce((a, b) => a + b, 0);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        parts.forEach((part, i) => expect(Math.abs(part - (total * list[i]!) / sum)).toBeLessThan(1));
      }),
    );
  });

  it('refuses to spread something over nothing', () => {
    expect(() => apportion(1, [0, 0])).toThrow(RangeError);
  });
});
