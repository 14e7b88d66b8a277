import { type BusinessDay, daysOfPeriod } from '@minhai/domain';

/** Whether one period lies within another, longer one; the forms were judged at intake. */
export const isWithin = (inner: string, outer: string): boolean => {
  const [a, b] = [daysOfPeriod(inner)!, daysOfPeriod(outer)!];
  return inner !== outer && b.first <= a.first && a.last <= b.last;
};

export const lastDayOf = (period: string): BusinessDay => daysOfPeriod(period)!.last;
