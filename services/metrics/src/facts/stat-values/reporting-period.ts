import { type BusinessDay, lastDayOfMonth } from '@minhai/domain';

const MONTHS: Readonly<Record<string, readonly [string, string]>> = {
  H1: ['01', '06'],
  H2: ['07', '12'],
  Q1: ['01', '03'],
  Q2: ['04', '06'],
  Q3: ['07', '09'],
  Q4: ['10', '12'],
};

/** First and last day of `2021`, `2021-H2`, `2021-Q3` or `2021-09`; the form was judged at intake. */
function daysOf(period: string): { readonly first: BusinessDay; readonly last: BusinessDay } {
  const year = yearOf(period);
  const part = period.slice(5);
  const [from, to] = part === '' ? ['01', '12'] : (MONTHS[part] ?? [part, part]);
  return { first: `${year}-${from}-01`, last: lastDayOfMonth(`${year}-${to}`) };
}

const yearOf = (period: string): string => period.slice(0, 4);

/** Whether one period lies within another, longer one. No period is longer than a year. */
export function isWithin(inner: string, outer: string): boolean {
  if (inner === outer || yearOf(inner) !== yearOf(outer)) return false;
  const [a, b] = [daysOf(inner), daysOf(outer)];
  return b.first <= a.first && a.last <= b.last;
}

export const lastDayOf = (period: string): BusinessDay => daysOf(period).last;
