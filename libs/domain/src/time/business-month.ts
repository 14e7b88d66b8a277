import { monthOf, type BusinessMonth, addMonths, firstDayOfMonth } from './business-day.js';

/** The month `count` later (earlier when negative): 2020-11 + 3 = 2021-02. */
export const shiftMonth = (month: BusinessMonth, count: number): BusinessMonth =>
  monthOf(addMonths(firstDayOfMonth(month), count));

/** How many months `to` lies after `from`: 0 for the same month, negative when it lies before. */
export const monthDistance = (from: BusinessMonth, to: BusinessMonth): number => indexOf(to) - indexOf(from);

const indexOf = (month: BusinessMonth): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
