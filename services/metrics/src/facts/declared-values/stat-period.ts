import { type BusinessDay, lastDayOfMonth } from '@minhai/domain';

const LAST_MONTH: Readonly<Record<string, string>> = {
  H1: '06',
  H2: '12',
  Q1: '03',
  Q2: '06',
  Q3: '09',
  Q4: '12',
};

/** Last day of `2021`, `2021-H2`, `2021-Q3` or `2021-09`; the lake accepts no other form. */
export function lastDayOfPeriod(period: string): BusinessDay {
  const [year, part] = period.split('-') as [string, string?];
  return lastDayOfMonth(`${year}-${part === undefined ? '12' : (LAST_MONTH[part] ?? part)}`);
}
