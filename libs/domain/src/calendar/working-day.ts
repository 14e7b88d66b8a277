import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays, epochDayOf, yearOf, type BusinessDay } from '../time/business-day.js';

/**
 * The 调休 calendar of the State Council's yearly notices, from the data of `chinese-days`. Its functions are not used:
 * they read the weekday in the zone of the process, so west of Greenwich every answer would be a day off.
 */
const holidays: Readonly<Record<string, string>> = calendar.holidays;
const madeUpWorkdays: Readonly<Record<string, string>> = calendar.workdays;

/** Years with a notice, ascending. The next year's is published in November; until then it is not known. */
export const WORKING_DAY_YEARS: readonly number[] = [...new Set(Object.keys(holidays).map(yearOf))].sort(
  (a, b) => a - b,
);
const known = new Set(WORKING_DAY_YEARS);

/** Whether every day of the year can be answered for. */
export const knowsWorkingDays = (year: number): boolean => known.has(year);

/**
 * Monday to Friday but for public holidays, and the weekend days worked in their place.
 * Throws a RangeError for a year without a notice: a guess would be wrong on about 30 days of it.
 */
export function isWorkingDay(day: BusinessDay): boolean {
  if (!knowsWorkingDays(yearOf(day))) throw unknownYear(day);
  if (day in holidays) return false;
  return day in madeUpWorkdays || !isWeekend(day);
}

const unknownYear = (day: BusinessDay): RangeError =>
  new RangeError(
    `the working-day calendar from ${day} on is not known; it has ${WORKING_DAY_YEARS[0]} to ${WORKING_DAY_YEARS.at(-1)}`,
  );

/** 1970-01-01 was a Thursday. */
const isWeekend = (day: BusinessDay): boolean => (((epochDayOf(day) + 3) % 7) + 7) % 7 >= 5;

/** The day itself when it is a working day, else the first one after it (Civil Code art. 203). */
export function workingDayFrom(day: BusinessDay): BusinessDay {
  let candidate = day;
  while (!isWorkingDay(candidate)) candidate = addDays(candidate, 1);
  return candidate;
}

/**
 * The n-th working day after a day, which itself does not count (Civil Code art. 201); n = 0 is the day itself, working
 * or not. Undefined where the known calendar ends before it. Throws a RangeError for n that is no whole number from 0.
 */
export function workingDayAfter(day: BusinessDay, n: number): BusinessDay | undefined {
  if (!Number.isInteger(n) || n < 0) throw new RangeError('working days are counted forward, in whole days');
  let reached = day;
  for (let left = n; left > 0;) {
    reached = addDays(reached, 1);
    if (!knowsWorkingDays(yearOf(reached))) return undefined;
    if (isWorkingDay(reached)) left--;
  }
  return reached;
}

/** The same for callers that know the year is published: throws a RangeError where the calendar ends. */
export function addWorkingDays(day: BusinessDay, n: number): BusinessDay {
  const reached = workingDayAfter(day, n);
  if (reached === undefined) throw unknownYear(day);
  return reached;
}

/** Working days after `from` up to `to`, `to` included; 0 when `to` is not after `from`. */
export function workingDaysBetween(from: BusinessDay, to: BusinessDay): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count++;
  return count;
}
