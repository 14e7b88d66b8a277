import { describe, expect, it } from '@jest/globals';
import {
  isDistrictCode,
  isStreetCode,
  isVillageCode,
  isWithinRegion,
  regionsAbove,
  streetOf,
} from './region-code.js';

describe('region codes', () => {
  it('have 6, 9 or 12 ASCII digits', () => {
    expect(
      ['310105', '310000', '31010', '3101050', '010105', '３１０１０５', '31010x'].map(isDistrictCode),
    ).toEqual([true, true, false, false, false, false, false]);
    expect(['310105001', '31010500', '310105001\n'].map(isStreetCode)).toEqual([true, false, false]);
  });

  it('name a village below its street, and no village by the 12-digit form of a street', () => {
    expect(['310105001001', '310105001000', '31010500100'].map(isVillageCode)).toEqual([true, false, false]);
    expect(streetOf('310118102203')).toBe('310118102');
  });

  it('lie in what stands above them', () => {
    const regions = ['310105001', '310105', '310000', '310100', '320000', '310118', '310105002'];
    expect(regions.filter((region) => isWithinRegion('310105001002', region))).toEqual([
      '310105001',
      '310105',
      '310000',
      '310100',
    ]);
    expect(isWithinRegion('310000', '310105')).toBe(false);
    // A district whose own code ends in 0 is no city.
    expect(isWithinRegion('310121', '310120')).toBe(false);
  });

  it('have a city and a province above them', () => {
    expect(regionsAbove('310105001')).toEqual(['310105', '310100', '310000']);
    expect(regionsAbove('310000')).toEqual(['310000']);
  });
});
