import { remembered } from './remembered.js';

/**
 * A calendar day in Asia/Shanghai, `YYYY-MM-DD`. Strings compare in calendar order.
 * Shanghai has been UTC+8 without daylight saving since 1991-09-15; earlier summers are read as +8 too,
 * because registers of that time print local dates, not instants.
 */
export type BusinessDay = string & { readonly __day?: never };
/** `YYYY-MM`. */
export type BusinessMonth = string & { readonly __month?: never };

const DAY_MS = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_FORM = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The business day on which an instant (epoch milliseconds) falls. */
export const dayOf = (epochMs: number): BusinessDay =>
  dayOfEpochDay(Math.floor((epochMs + SHANGHAI_OFFSET_MS) / DAY_MS));

/** Epoch milliseconds of 00:00 Asia/Shanghai of the day. */
export const startOfDay = (day: BusinessDay): number => Date.parse(day) - SHANGHAI_OFFSET_MS;

/** Days since 1970-01-01, as Avro and PostgreSQL count dates. */
export const epochDayOf = remembered((day: BusinessDay) => Date.parse(`${day}T00:00:00Z`) / DAY_MS);

export const dayOfEpochDay = remembered((epochDay: number): BusinessDay =>
  new Date(epochDay * DAY_MS).toISOString().slice(0, 10),
);

export const addDays = (day: BusinessDay, days: number): BusinessDay => dayOfEpochDay(epochDayOf(day) + days);

/** True for a real calendar date in the form `YYYY-MM-DD`, years 1800–2999. */
export function isBusinessDay(text: string): text is BusinessDay {
  const match = DAY_FORM.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  if (year < 1800 || year > 2999) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

export const isBusinessMonth = (text: string): text is BusinessMonth => MONTH_FORM.test(text);

export const monthOf = (day: BusinessDay): BusinessMonth => day.slice(0, 7);
export const yearOf = (day: BusinessDay): number => Number(day.slice(0, 4));
export const firstDayOfMonth = (month: BusinessMonth): BusinessDay => `${month}-01`;
export const firstDayOfYear = (year: number): BusinessDay => `${String(year).padStart(4, '0')}-01-01`;
export const lastDayOfYear = (year: number): BusinessDay => `${String(year).padStart(4, '0')}-12-31`;

export const nextMonth = remembered((month: BusinessMonth): BusinessMonth => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${String(year).padStart(4, '0')}-${String(number + 1).padStart(2, '0')}`;
});

export const lastDayOfMonth = (month: BusinessMonth): BusinessDay =>
  addDays(firstDayOfMonth(nextMonth(month)), -1);

/** Every month from `first` to `last`, both included. */
export function monthsBetween(first: BusinessMonth, last: BusinessMonth): BusinessMonth[] {
  const months: BusinessMonth[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month);
  return months;
}

/** The same day `months` later, clamped to the end of a shorter month (2020-08-31 + 6 = 2021-02-28). */
export function addMonths(day: BusinessDay, months: number): BusinessDay {
  const index = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const month = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
  const last = lastDayOfMonth(month);
  const candidate = `${month}-${day.slice(8)}`;
  return candidate > last ? last : candidate;
}
