import { addMonths, yearOf, type BusinessDay } from './business-day.js';

/**
 * Full years of age (周岁) on a day: a year is full on the birthday itself. Of one born on 29 February it is full on
 * 28 February of a common year, the last day of the month where the day is missing (Civil Code art. 202).
 * Negative before birth.
 */
export function ageOn(birthDay: BusinessDay, day: BusinessDay): number {
  const years = yearOf(day) - yearOf(birthDay);
  return addMonths(birthDay, years * 12) <= day ? years : years - 1;
}
