import { addDays, type BusinessMonth, lastDayOfMonth } from '@minhai/domain';
import { at } from '../chance/calendar.js';

/** A month is reported as of its last day, and entered in the first days of the next one. */
export function reportTimes(month: BusinessMonth): { readonly time: number; readonly recorded: number } {
  const lastDay = lastDayOfMonth(month);
  return { time: at(lastDay, 18), recorded: at(addDays(lastDay, 5), 10) };
}
