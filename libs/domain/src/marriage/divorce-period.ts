import { addDays, type BusinessDay } from '../time/business-day.js';

/** Civil Code art. 1077: divorces by agreement registered from this day on need an application and a waiting period. */
export const DIVORCE_WAITING_FROM: BusinessDay = '2021-01-01';

/**
 * The days of an application. The day of filing is day 0 (Civil Code art. 201: the day on which a period begins does
 * not count), so day n is filing + n calendar days:
 *   days 0–30   either party may withdraw (`withdrawableTo` is day 30)
 *   days 31–60  both come for the certificate (`registrableFrom` day 31, `registrableTo` day 60)
 *   day 61 on   deemed withdrawn (`deemedWithdrawnFrom`)
 */
export interface DivorcePeriod {
  readonly withdrawableTo: BusinessDay;
  readonly registrableFrom: BusinessDay;
  readonly registrableTo: BusinessDay;
  readonly deemedWithdrawnFrom: BusinessDay;
}

/** How a period that ends on a given day is prolonged. */
export type PeriodEnd = (lastDay: BusinessDay) => BusinessDay;

const asCounted: PeriodEnd = (lastDay) => lastDay;

/**
 * The period of an application filed on a day. Days are counted plainly; art. 203 moves a last day that is a holiday to
 * the first day after it, which a caller that applies it passes as `prolong` (e.g. `workingDayFrom`). Only the ends of
 * the two periods move: registration still begins on day 31, so a prolonged withdrawal may overlap it.
 */
export function divorcePeriod(filedOn: BusinessDay, prolong: PeriodEnd = asCounted): DivorcePeriod {
  const registrableTo = prolong(addDays(filedOn, 60));
  return {
    withdrawableTo: prolong(addDays(filedOn, 30)),
    registrableFrom: addDays(filedOn, 31),
    registrableTo,
    deemedWithdrawnFrom: addDays(registrableTo, 1),
  };
}

/** Whether a divorce applied for may be registered on the day; before 2021-01-01 no period is asked for. */
export function judgeDivorceRegistration(
  filedOn: BusinessDay,
  registeredOn: BusinessDay,
  prolong?: PeriodEnd,
): 'in-period' | 'too-early' | 'too-late' {
  if (registeredOn < DIVORCE_WAITING_FROM) return 'in-period';
  const { registrableFrom, registrableTo } = divorcePeriod(filedOn, prolong);
  if (registeredOn < registrableFrom) return 'too-early';
  return registeredOn > registrableTo ? 'too-late' : 'in-period';
}

/** Whether a party may withdraw on the day: from the filing on, through day 30. */
export const mayWithdrawDivorce = (filedOn: BusinessDay, on: BusinessDay, prolong?: PeriodEnd): boolean =>
  on >= filedOn && on <= divorcePeriod(filedOn, prolong).withdrawableTo;

/** Whether the application counts as withdrawn by itself on the day (视为撤回): from day 61 on. */
export const isDivorceDeemedWithdrawn = (
  filedOn: BusinessDay,
  on: BusinessDay,
  prolong?: PeriodEnd,
): boolean => on >= divorcePeriod(filedOn, prolong).deemedWithdrawnFrom;
