import { type BusinessDay, firstDayOfYear, lastDayOfYear } from '@minhai/domain';
import { apportion } from '../chance/apportion.js';
import { at, daysBetween, weekdayOf } from '../chance/calendar.js';

/** Offices are open Tuesday to Saturday; couples like some days better than others. */
const LIKED: Readonly<Record<string, number>> = {
  '02-14': 9,
  '05-20': 14,
  '05-21': 5,
  '08-08': 5,
  '09-09': 7,
  '12-12': 4,
};
const OPEN_MINUTES = 7 * 60 + 30;
const OPENS_AT = 9;

const weightOf = (day: BusinessDay): number => {
  const weekday = weekdayOf(day);
  const monthDay = day.slice(5);
  if (monthDay === '01-01') return 0;
  return (weekday >= 2 ? 2 : 0) * (weekday === 6 ? 2 : 1) + 2 * (LIKED[monthDay] ?? 0);
};

/** When the registrations of one book took place, in order: apportioned over the year, spread over each day. */
export function registrationTimes(year: number, count: number): number[] {
  const days = daysBetween(firstDayOfYear(year), lastDayOfYear(year));
  const perDay = apportion(count, days.map(weightOf));
  return days.flatMap((day, i) =>
    Array.from({ length: perDay[i]! }, (_, n) =>
      at(day, OPENS_AT, Math.floor(((n + 1) * OPEN_MINUTES) / (perDay[i]! + 1))),
    ),
  );
}
