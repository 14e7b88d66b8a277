import { type BusinessDay, addDays, epochDayOf, firstDayOfYear, yearOf } from '@minhai/domain';

/** Days, first and last included. */
export interface Days {
  readonly from: BusinessDay;
  readonly to: BusinessDay;
}

/** The period in which reports are looked for, and one as long right before it. */
export interface Periods {
  readonly period: Days;
  readonly before: Days;
}

export function periodsOf(asOf: BusinessDay, since?: BusinessDay): Periods {
  const from = since ?? firstDayOfYear(yearOf(asOf));
  const days = epochDayOf(asOf) - epochDayOf(from) + 1;
  return { period: { from, to: asOf }, before: { from: addDays(from, -days), to: addDays(from, -1) } };
}
