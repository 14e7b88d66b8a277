import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ageOn } from './age.js';
import { addDays, addMonths, dayOfEpochDay } from './business-day.js';
import { monthDistance, shiftMonth } from './business-month.js';

describe('age', () => {
  it('is full on the birthday', () => {
    expect([ageOn('2000-05-10', '2022-05-09'), ageOn('2000-05-10', '2022-05-10')]).toEqual([21, 22]);
    expect([ageOn('2000-05-10', '2000-05-10'), ageOn('2000-05-10', '2000-05-09')]).toEqual([0, -1]);
  });

  it('given a birth on 29 February, then it is full on the 28th of a common year and the 29th of a leap year', () => {
    expect([ageOn('2000-02-29', '2021-02-27'), ageOn('2000-02-29', '2021-02-28')]).toEqual([20, 21]);
    expect([ageOn('2000-02-29', '2020-02-28'), ageOn('2000-02-29', '2020-02-29')]).toEqual([19, 20]);
  });

  it('given any two days, then it counts the birthdays between them', () => {
    const day = fc.integer({ min: -20_000, max: 30_000 }).map(dayOfEpochDay);
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 120 }), (birth, years) => {
        const birthday = addMonths(birth, years * 12);
        expect([ageOn(birth, addDays(birthday, -1)), ageOn(birth, birthday)]).toEqual([years - 1, years]);
      }),
    );
  });
});

describe('business month', () => {
  it('is shifted over the ends of years', () => {
    expect([shiftMonth('2020-11', 3), shiftMonth('2020-01', -1), shiftMonth('2020-06', 0)]).toEqual([
      '2021-02',
      '2019-12',
      '2020-06',
    ]);
  });

  it('given any shift, then the distance is the shift', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 2000 }), (count) =>
        expect(monthDistance('2020-07', shiftMonth('2020-07', count))).toBe(count),
      ),
    );
  });
});
