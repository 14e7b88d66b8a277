import {
  type BusinessDay,
  addMonths,
  epochDayOf,
  firstDayOfMonth,
  formatDecimal,
  lastDayOfMonth,
  monthDistance,
  monthOf,
  shiftMonth,
} from '@minhai/domain';
import { type Fraction, NOTHING, over, rounded, times, whole } from '../evaluate/fraction.js';

/** In the unit of the indicator. */
export interface Pace {
  readonly perMonth: string;
  readonly perYear: string;
}

const MONTHS = 12;

/** The same day twelve months before; a month end stays one, so that February is compared with February. */
export function yearBefore(day: BusinessDay): BusinessDay {
  const month = monthOf(day);
  return day === lastDayOfMonth(month) ? lastDayOfMonth(shiftMonth(month, -MONTHS)) : addMonths(day, -MONTHS);
}

/** Months from one day to a later month end, the days left in the first month as part of it; nothing once it is over. */
export function monthsLeft(from: BusinessDay, end: BusinessDay): Fraction {
  if (from >= end) return NOTHING;
  const month = monthOf(from);
  const last = epochDayOf(lastDayOfMonth(month));
  const days = last - epochDayOf(firstDayOfMonth(month)) + 1;
  const left = monthDistance(month, monthOf(end)) * days + last - epochDayOf(from);
  return over(whole(left), whole(days));
}

/** @param perMonth how much in one month */
export const paceOf = (perMonth: Fraction, decimals: number): Pace => ({
  perMonth: formatDecimal(rounded(perMonth, decimals)),
  perYear: formatDecimal(rounded(times(perMonth, whole(MONTHS)), decimals)),
});

/** What a change over twelve months is in one. */
export const monthlyOf = (change: Fraction): Fraction => over(change, whole(MONTHS));
