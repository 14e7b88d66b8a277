import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayOfEpochDay, epochDayOf } from '../time/business-day.js';
import { deadlineOf, WORKING_DAY_CLOCKS } from './deadline.js';
import {
  addWorkingDays,
  isWorkingDay,
  knowsWorkingDays,
  WORKING_DAY_YEARS,
  workingDayAfter,
  workingDayFrom,
  workingDaysBetween,
} from './working-day.js';

describe('working day', () => {
  it.each([
    ['an ordinary Friday', '2020-06-05', true],
    ['an ordinary Saturday', '2020-06-06', false],
    ['the Monday a holiday was prolonged to in 2020', '2020-01-31', false],
    ['a Sunday worked for the National Day of 2020', '2020-09-27', true],
    ['a Saturday worked for the National Day of 2020', '2020-10-10', true],
    ['Labour Day', '2024-05-01', false],
    ['a Sunday worked for the Spring Festival of 2024', '2024-02-04', true],
    ['a Thursday of the Spring Festival of 2024', '2024-02-15', false],
    ['the Sunday after New Year 2026', '2026-01-04', true],
  ])('given %s (%s), then %s', (_, day, expected) => {
    expect(isWorkingDay(day)).toBe(expected);
  });

  it('is known for the years of the library, and others are refused in words', () => {
    expect(WORKING_DAY_YEARS).toEqual(Array.from({ length: WORKING_DAY_YEARS.length }, (_, i) => 2004 + i));
    expect(WORKING_DAY_YEARS.at(-1)).toBeGreaterThanOrEqual(2026);
    expect([knowsWorkingDays(2003), knowsWorkingDays(2004)]).toEqual([false, true]);
    expect(() => isWorkingDay('2003-12-31')).toThrow(
      'the working-day calendar from 2003-12-31 on is not known; it has 2004 to',
    );
    const after = `${WORKING_DAY_YEARS.at(-1)! + 1}-01-01`;
    expect(() => isWorkingDay(after)).toThrow(RangeError);
    expect(() => addWorkingDays(addDays(after, -3), 5)).toThrow(RangeError);
    expect(workingDayAfter(addDays(after, -3), 5)).toBeUndefined();
    expect(() => workingDaysBetween(addDays(after, -3), after)).toThrow(RangeError);
  });

  it('has 240 to 255 of them in every known year', () => {
    for (const year of WORKING_DAY_YEARS) {
      const days = Array.from({ length: 365 }, (_, i) => addDays(`${year}-01-01`, i)).filter(isWorkingDay);
      expect([year, days.length >= 240 && days.length <= 255]).toEqual([year, true]);
    }
  });
});

describe('counting working days', () => {
  it('does not count the first day', () => {
    expect(addWorkingDays('2020-06-05', 1)).toBe('2020-06-08');
    expect(addWorkingDays('2020-06-06', 1)).toBe('2020-06-08');
    expect(addWorkingDays('2020-06-06', 0)).toBe('2020-06-06');
    expect(workingDaysBetween('2020-06-05', '2020-06-08')).toBe(1);
    expect(workingDaysBetween('2020-06-08', '2020-06-05')).toBe(0);
  });

  it('crosses a holiday with its worked weekends', () => {
    // After Wednesday 2020-09-30: 1–8 October off, Friday the 9th and Saturday the 10th worked.
    expect([1, 2, 3].map((n) => addWorkingDays('2020-09-30', n))).toEqual([
      '2020-10-09',
      '2020-10-10',
      '2020-10-12',
    ]);
    expect([workingDayFrom('2020-10-01'), workingDayFrom('2020-10-10')]).toEqual([
      '2020-10-09',
      '2020-10-10',
    ]);
  });

  it('refuses parts of days and days back', () => {
    for (const n of [-1, 0.5, NaN]) expect(() => addWorkingDays('2020-06-05', n)).toThrow(RangeError);
  });

  it('given any day and count, then as many lie between, and the last of them is worked', () => {
    const day = fc
      .integer({ min: epochDayOf('2004-01-01'), max: epochDayOf('2025-06-30') })
      .map(dayOfEpochDay);
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 90 }), (from, n) => {
        const to = addWorkingDays(from, n);
        expect(workingDaysBetween(from, to)).toBe(n);
        expect(isWorkingDay(to)).toBe(true);
        expect(addWorkingDays(addWorkingDays(from, n), 1)).toBe(addWorkingDays(from, n + 1));
      }),
    );
  });
});

describe('deadlines', () => {
  it('are 5, 10, 20 and 10 working days after the start', () => {
    expect(WORKING_DAY_CLOCKS).toEqual({
      CREDIT_LISTING: 5,
      SHARING_REPLY: 10,
      SHARING_PROVISION: 20,
      SHARING_RECHECK: 10,
    });
    expect(deadlineOf('CREDIT_LISTING', '2024-02-09')).toBe('2024-02-22');
    expect(deadlineOf('SHARING_REPLY', '2025-09-24')).toBe('2025-10-14');
    expect(deadlineOf('SHARING_REPLY', '2025-09-24', 2)).toBe('2025-09-26');
  });

  it('are unknown when they end in a year whose calendar is not published', () => {
    const last = WORKING_DAY_YEARS.at(-1)!;
    expect(deadlineOf('SHARING_PROVISION', `${last}-12-20`)).toBeUndefined();
    expect(deadlineOf('CREDIT_LISTING', '1999-01-01')).toBeUndefined();
  });
});
