import { describe, expect, it } from '@jest/globals';
import { withheldRegions } from './withheld-regions.js';

const D = '310105';
const figure = (region: string, numerator: number, denominator: number | null = null) => ({
  region,
  numerator: String(numerator),
  denominator: denominator === null ? null : String(denominator),
});

const COUNT = { k: 5, numerator: true, denominator: false };
const SHARE = { k: 5, numerator: true, denominator: true };

describe('withheldRegions', () => {
  it('given beds, no people, withholds nothing', () => {
    expect(withheldRegions(undefined, figure(D, 3), [figure('a', 1), figure('b', 2)])).toEqual(new Set());
  });

  it('given a count of people, withholds the small 街镇 and one that covers it', () => {
    const streets = [figure('a', 3), figure('b', 40), figure('c', 0)];
    expect(withheldRegions(COUNT, figure(D, 43), streets)).toEqual(new Set(['a', 'b']));
    expect(withheldRegions(COUNT, figure(D, 103), [...streets, figure('d', 60)])).toEqual(
      new Set(['a', 'b']),
    );
  });

  it('given a share, protects those who have it not as well', () => {
    const streets = [figure('a', 97, 98), figure('b', 50, 90), figure('c', 60, 80)];
    expect(withheldRegions(SHARE, figure(D, 207, 268), streets)).toEqual(new Set(['a', 'b']));
  });

  it('given a district without 街镇, withholds it only when it is small itself', () => {
    expect(withheldRegions(COUNT, figure(D, 4), [])).toEqual(new Set([D]));
    expect(withheldRegions(COUNT, figure(D, 0), [])).toEqual(new Set());
    expect(withheldRegions(SHARE, figure(D, 90, 92), [])).toEqual(new Set([D]));
  });
});
