import { addDays, dayOf, epochDayOf, startOfDay, type BusinessDay } from '@minhai/domain';

/** Days of receipt in Asia/Shanghai, both included. */
export interface Period {
  readonly from: BusinessDay;
  readonly to: BusinessDay;
}

export const MOST_DAYS = 31;

/** A transaction counts for the day it began on; none lasts longer. */
const LONGEST_TRANSACTION_MS = 60_000;

/** `day`, or `from` and `to`, or today. Pure. */
export function periodOf(
  { day, from, to }: { day?: string | undefined; from?: string | undefined; to?: string | undefined },
  now: number,
): Period {
  const first = day ?? from ?? dayOf(now);
  return { from: first, to: day ?? to ?? first };
}

export const daysIn = ({ from, to }: Period): number => epochDayOf(to) - epochDayOf(from) + 1;

/** Whether nothing can be added to these days any more. */
export const isOver = ({ to }: Period, now: number): boolean =>
  now >= startOfDay(addDays(to, 1)) + LONGEST_TRANSACTION_MS;

/** Epoch milliseconds: from inclusive, until exclusive. */
export const instantsOf = ({ from, to }: Period): { readonly from: number; readonly until: number } => ({
  from: startOfDay(from),
  until: startOfDay(addDays(to, 1)),
});
