import { describe, expect, it } from '@jest/globals';
import { divisionAt, divisionPeriod, divisions } from './division.js';

const streetsOf = (district: string) => [...divisions().values()].filter(({ parent }) => parent === district);

describe('divisions of the delta', () => {
  it('has the districts, streets and names of the edition', () => {
    const byLevel = (province: string, level: string) =>
      [...divisions().values()].filter(
        (one) => one.code.startsWith(province) && one.level === level && !one.validTo,
      ).length;
    expect(['31', '32', '33', '34'].map((province) => byLevel(province, 'STREET'))).toEqual([
      234, 1487, 1387, 1685,
    ]);
    expect(byLevel('31', 'DISTRICT')).toBe(16);
    expect([streetsOf('310105').length, streetsOf('310118').length]).toEqual([10, 11]);
    expect(divisionAt('310105102', '2020-06-01')?.name).toBe('新泾镇');
  });

  it('given a code whose change is listed, then it is valid only on its days', () => {
    expect(divisionAt('310108', '2015-11-03')).toMatchObject({ name: '闸北区', successors: ['310106'] });
    expect(divisionAt('310108', '2015-11-04')).toBeUndefined();
    expect(divisionAt('310151', '2016-07-21')).toBeUndefined();
    expect(divisionAt('310151', '2016-07-22')?.name).toBe('崇明区');
    expect(divisionAt('310151001', '2016-07-21')).toBeUndefined();
  });

  it('given a code without a listed change, then it is valid since before the records begin', () => {
    expect(divisionAt('310118', '1950-01-01')?.name).toBe('青浦区');
  });

  it('knows no code that never existed', () => {
    expect([divisionPeriod('310199'), divisionPeriod('310105999'), divisionPeriod('110101')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(divisionPeriod('310108011')?.validTo).toBe('2015-11-03');
  });

  it('places every division below its parent, and every successor exists', () => {
    for (const { code, parent, successors } of divisions().values()) {
      if (parent !== undefined) expect(divisions().has(parent)).toBe(true);
      for (const successor of successors) expect([code, divisions().has(successor)]).toEqual([code, true]);
    }
  });
});
