import { type BusinessDay, isBusinessDay, lastDayOfMonth, monthOf } from '@minhai/domain';

/** A calendar quarter, `2020-Q4`. */
export type Quarter = string;

const FORM = /^(\d{4})-Q([1-4])$/;

export const isQuarter = (text: string): boolean =>
  FORM.test(text) && isBusinessDay(`${text.slice(0, 4)}-01-01`);

export const quarterOf = (day: BusinessDay): Quarter =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

export function lastDayOfQuarter(quarter: Quarter): BusinessDay {
  const [, year, number] = FORM.exec(quarter)!;
  return lastDayOfMonth(monthOf(`${year!}-${String(Number(number) * 3).padStart(2, '0')}-01`));
}

export function quarterBefore(quarter: Quarter): Quarter {
  const [, year, number] = FORM.exec(quarter)!;
  return number === '1' ? `${Number(year) - 1}-Q4` : `${year!}-Q${Number(number) - 1}`;
}

export const isFirstOfYear = (quarter: Quarter): boolean => quarter.endsWith('1');
