import { describe, expect, it } from '@jest/globals';
import { backOff } from './back-off.js';

describe('back-off', () => {
  it('doubles from the first to the longest delay, half of it at random', () => {
    expect([0, 1, 2, 3, 50].map((failures) => backOff(failures, [100, 500], () => 1))).toEqual([
      100, 200, 400, 500, 500,
    ]);
    expect(backOff(1, [100, 500], () => 0)).toBe(100);
  });
});
