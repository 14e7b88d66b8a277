import { type BusinessDay, daysOfPeriod } from '@minhai/domain';

const yearOf = (period: string): string => period.slice(0, 4);

/** Whether one period lies within another, longer one; the forms were judged at intake. No period is longer than a year. */
export function isWithin(inner: string, outer: string): boolean {
  if (inner === outer || yearOf(inner) !== yearOf(outer)) return false;
  const [a, b] = [daysOfPeriod(inner)!, daysOfPeriod(outer)!];
  return b.first <= a.first && a.last <= b.last;
}

export const lastDayOf = (period: string): BusinessDay => daysOfPeriod(period)!.last;
