import {
  type BusinessDay,
  addDays,
  firstDayOfMonth,
  isBusinessDay,
  isBusinessMonth,
  lastDayOfMonth,
} from './business-day.js';
import { remembered } from './remembered.js';

/** Both days included. */
export interface DayRange {
  readonly first: BusinessDay;
  readonly last: BusinessDay;
}

/** A calendar quarter, `2020-Q4`. */
export type BusinessQuarter = string & { readonly __quarter?: never };

/** First and last month of what a year is divided into. */
const PARTS: Readonly<Record<string, readonly [string, string]>> = {
  H1: ['01', '06'],
  H2: ['07', '12'],
  Q1: ['01', '03'],
  Q2: ['04', '06'],
  Q3: ['07', '09'],
  Q4: ['10', '12'],
};

const PERIOD_FORM = /^(\d{4})(?:-(\w\w))?$/;
const QUARTER_FORM = /^\d{4}-Q[1-4]$/;

/** The days of a year, half-year, quarter or month: `2021`, `2021-H2`, `2021-Q3`, `2021-09`; undefined for any other text. */
export function daysOfPeriod(period: string): DayRange | undefined {
  const [, year, part] = PERIOD_FORM.exec(period) ?? [];
  const [from, to] = part === undefined ? ['01', '12'] : (PARTS[part] ?? [part, part]);
  const month = `${year}-${from}`;
  return isBusinessMonth(month)
    ? { first: firstDayOfMonth(month), last: lastDayOfMonth(`${year}-${to}`) }
    : undefined;
}

/** True for `YYYY-Q1` to `YYYY-Q4`, years 1800–2999. */
export const isBusinessQuarter = (text: string): text is BusinessQuarter =>
  QUARTER_FORM.test(text) && isBusinessDay(`${text.slice(0, 4)}-01-01`);

export const quarterOf = (day: BusinessDay): BusinessQuarter =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

const daysOfQuarter = remembered((quarter: BusinessQuarter) => daysOfPeriod(quarter)!);

export const firstDayOfQuarter = (quarter: BusinessQuarter): BusinessDay => daysOfQuarter(quarter).first;
export const lastDayOfQuarter = (quarter: BusinessQuarter): BusinessDay => daysOfQuarter(quarter).last;

export const quarterBefore = (quarter: BusinessQuarter): BusinessQuarter =>
  quarterOf(addDays(firstDayOfQuarter(quarter), -1));
