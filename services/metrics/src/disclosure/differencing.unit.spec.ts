import { describe, expect, it } from '@jest/globals';
import { type PublishedCut, tellingDifferences } from './differencing.js';

const measure = 'specs.members';
const kOf = (name: string): number | undefined => (name === measure ? 5 : undefined);
const cut = (name: string, count: bigint, where?: Record<string, string[]>, more = {}): PublishedCut => ({
  name,
  term: { measure, ...(where && { where }) },
  region: '310105',
  period: '2020-12-31',
  count,
  ...more,
});

describe('tellingDifferences', () => {
  it('given a part that lacks 1 to k − 1 of its whole, says so; 0 and k do not tell', () => {
    const whole = cut('all', 100n);
    for (const [count, tells] of [
      [99n, 1],
      [96n, 1],
      [95n, 0],
      [100n, 0],
    ] as const)
      expect(tellingDifferences([whole, cut('part', count, { level: ['A'] })], kOf)).toHaveLength(tells);
  });

  it('given conditions one within the other, compares them; given other regions, dates or crossing conditions, not', () => {
    const wide = cut('wide', 50n, { level: ['A', 'B'] });
    expect(tellingDifferences([wide, cut('narrow', 48n, { level: ['A'], kind: ['X'] })], kOf)).toEqual([
      { wider: 'wide', narrower: 'narrow', region: '310105', period: '2020-12-31', k: 5 },
    ]);
    expect(tellingDifferences([wide, cut('crossing', 48n, { level: ['B', 'C'] })], kOf)).toEqual([]);
    expect(tellingDifferences([wide, cut('else', 48n, { level: ['A'] }, { region: '310118' })], kOf)).toEqual(
      [],
    );
    expect(
      tellingDifferences([wide, cut('later', 48n, { level: ['A'] }, { period: '2021-12-31' })], kOf),
    ).toEqual([]);
  });

  it('given one cut as known at two times, however its condition is written, does not compare it with itself', () => {
    const twice = [cut('then', 50n, { level: ['A', 'B'] }), cut('now', 51n, { level: ['B', 'A'] })];
    expect(tellingDifferences(twice, kOf)).toEqual([]);
  });
});
