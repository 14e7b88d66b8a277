import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dayOf,
  epochDayOf,
  isBusinessDay,
  lastDayOfMonth,
  monthsBetween,
  startOfDay,
} from './business-day.js';
import { formatInstant, parseInstant } from './instant.js';

describe('business day', () => {
  it('given 16:00 UTC on New Year’s Eve, when read in Shanghai, then it is already the next year', () => {
    expect(dayOf(Date.parse('2020-12-31T16:00:00Z'))).toBe('2021-01-01');
    expect(dayOf(Date.parse('2020-12-31T15:59:59.999Z'))).toBe('2020-12-31');
  });

  it('refuses days that do not exist', () => {
    expect(['2021-02-29', '2020-13-01', '2020-00-10', '2020-1-1', ''].filter(isBusinessDay)).toEqual([]);
    expect(isBusinessDay('2020-02-29')).toBe(true);
  });

  it('clamps added months to the end of a shorter month', () => {
    expect(addMonths('2020-08-31', 6)).toBe('2021-02-28');
    expect(addMonths('2020-01-31', -2)).toBe('2019-11-30');
    expect(lastDayOfMonth('2020-02')).toBe('2020-02-29');
    expect(monthsBetween('2019-11', '2020-02')).toEqual(['2019-11', '2019-12', '2020-01', '2020-02']);
  });

  it('given any instant, then it lies within its day and a formatted instant reads back', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.parse('1950-01-01'), max: Date.parse('2100-01-01') }), (epochMs) => {
        const day = dayOf(epochMs);
        expect(startOfDay(day)).toBeLessThanOrEqual(epochMs);
        expect(startOfDay(addDays(day, 1))).toBeGreaterThan(epochMs);
        expect(epochDayOf(addDays(day, 1))).toBe(epochDayOf(day) + 1);
        expect(parseInstant(formatInstant(epochMs))).toBe(epochMs);
      }),
    );
  });

  it('refuses instants without an offset or with impossible parts', () => {
    const wrong = [
      '2020-01-01T00:00:00',
      '2020-01-01',
      '2020-02-30T00:00:00Z',
      '2020-01-01T24:00:00Z',
      '2020-01-01T00:00:60Z',
    ];
    expect(wrong.map(parseInstant)).toEqual(wrong.map(() => undefined));
  });
});
