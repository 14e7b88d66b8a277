import {
  type BusinessDay,
  addDays,
  addMonths,
  firstDayOfMonth,
  firstDayOfQuarter,
  firstDayOfYear,
  monthOf,
  quarterOf,
  yearOf,
} from '@minhai/domain';

export const GRAINS = ['day', 'month', 'quarter', 'year'] as const;
export type Grain = (typeof GRAINS)[number];

/** Both days included. */
export interface SeriesPeriod {
  readonly from: BusinessDay;
  readonly to: BusinessDay;
  /** False for the last one when it is asked for before it ends. */
  readonly complete: boolean;
}

const MONTHS: Readonly<Record<Exclude<Grain, 'day'>, number>> = { month: 1, quarter: 3, year: 12 };

/** How far back a series begins when nobody says from when. */
const USUAL: Readonly<Record<Grain, number>> = { day: 31, month: 13, quarter: 9, year: 6 };

function startOf(by: Grain, day: BusinessDay): BusinessDay {
  if (by === 'day') return day;
  if (by === 'year') return firstDayOfYear(yearOf(day));
  return by === 'month' ? firstDayOfMonth(monthOf(day)) : firstDayOfQuarter(quarterOf(day));
}

const shift = (by: Grain, start: BusinessDay, count: number): BusinessDay =>
  by === 'day' ? addDays(start, count) : addMonths(start, count * MONTHS[by]);

export const usualStart = (by: Grain, to: BusinessDay): BusinessDay =>
  shift(by, startOf(by, to), 1 - USUAL[by]);

/**
 * The periods from the one in which `from` lies to the one in which `to` lies; the last ends with `to`.
 * No more than `most` + 1 of them, so that who asks for too many learns of it cheaply.
 */
export function periodsOf(by: Grain, from: BusinessDay, to: BusinessDay, most: number): SeriesPeriod[] {
  const periods: SeriesPeriod[] = [];
  let start = startOf(by, from);
  while (start <= to && periods.length <= most) {
    const next = shift(by, start, 1);
    const end = addDays(next, -1);
    periods.push({ from: start, to: end < to ? end : to, complete: end <= to });
    start = next;
  }
  return periods;
}
