import { describe, expect, it } from '@jest/globals';
import { cpuBetween } from './cpu.js';

describe('CPU between two readings', () => {
  it('counts processes that began in between from their start, and forgets those that ended', () => {
    const before = new Map([
      [1, 1000],
      [2, 500],
    ]);
    const after = new Map([
      [1, 1400],
      [3, 70],
    ]);
    expect(cpuBetween(before, after)).toBe(470);
  });
});
