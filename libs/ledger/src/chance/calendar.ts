import { addDays, type BusinessDay, epochDayOf, startOfDay } from '@minhai/domain';
import type { Chance } from './seeded.js';

const MINUTE_MS = 60_000;

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: BusinessDay): number => (epochDayOf(day) + 4) % 7;

/** The day itself, or the Monday after a weekend. Public holidays are not modelled. */
export function workingDayFrom(day: BusinessDay): BusinessDay {
  const weekday = weekdayOf(day);
  return weekday === 6 ? addDays(day, 2) : weekday === 0 ? addDays(day, 1) : day;
}

/** A working day from `first` to `last`; both must be working days. */
export function workingDayBetween(first: BusinessDay, last: BusinessDay, chance: Chance): BusinessDay {
  const day = workingDayFrom(addDays(first, chance.below(epochDayOf(last) - epochDayOf(first) + 1)));
  return day > last ? last : day;
}

/** Every day from `first` to `last`, both included. */
export function daysBetween(first: BusinessDay, last: BusinessDay): BusinessDay[] {
  const count = epochDayOf(last) - epochDayOf(first) + 1;
  return Array.from({ length: count }, (_, i) => addDays(first, i));
}

/** Epoch milliseconds of a wall-clock minute in Shanghai: `at('2020-06-01', 9, 30)`. */
export const at = (day: BusinessDay, hour: number, minute = 0): number =>
  startOfDay(day) + (hour * 60 + minute) * MINUTE_MS;
