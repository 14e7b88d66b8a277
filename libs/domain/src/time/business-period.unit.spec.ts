import { describe, expect, it } from '@jest/globals';
import {
  daysOfPeriod,
  firstDayOfQuarter,
  isBusinessQuarter,
  lastDayOfQuarter,
  quarterBefore,
  quarterOf,
} from './business-period.js';

describe('quarters', () => {
  it('end at the last day of their third month and follow each other over the year', () => {
    expect(lastDayOfQuarter('2020-Q1')).toBe('2020-03-31');
    expect(lastDayOfQuarter('2020-Q2')).toBe('2020-06-30');
    expect(firstDayOfQuarter('2020-Q4')).toBe('2020-10-01');
    expect(quarterBefore('2021-Q1')).toBe('2020-Q4');
    expect(quarterBefore('2020-Q4')).toBe('2020-Q3');
    expect(['2020-09-30', '2020-10-01'].map(quarterOf)).toEqual(['2020-Q3', '2020-Q4']);
    expect(['2020-Q4', '2020-Q5', '2020-4', '20-Q1', '1799-Q1'].map(isBusinessQuarter)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('daysOfPeriod', () => {
  it.each([
    ['2020', '2020-01-01', '2020-12-31'],
    ['2021-H1', '2021-01-01', '2021-06-30'],
    ['2021-H2', '2021-07-01', '2021-12-31'],
    ['2021-Q3', '2021-07-01', '2021-09-30'],
    ['2020-02', '2020-02-01', '2020-02-29'],
  ])('%s is %s to %s', (period, first, last) => {
    expect(daysOfPeriod(period)).toEqual({ first, last });
  });

  it.each(['', '2020年', '2020-', '2020-13', '2020-Q5', '2020Q1', '2020-01-01', '20-Q1'])(
    '“%s” is no period',
    (text) => {
      expect(daysOfPeriod(text)).toBeUndefined();
    },
  );
});
