import { addMonths, dayOf } from '@minhai/domain';
import type { Problem } from '@minhai/errors';
import type { EventType } from '../catalogue/catalogue.js';
import type { DomainEvent } from '../envelope.js';
import type { Limits } from '../limits.js';
import { problem } from '../outcome.js';

const DAY_MS = 86_400_000;
/** The most that any type allows. */
const VOID_MONTHS_AHEAD = 12;

/**
 * Event time is measured against registration, not against the wall clock (docs/adr/0003): a load of history passes,
 * and judging the same event again next year gives the same answer.
 */
export function judgeTimes(
  event: DomainEvent,
  eventType: EventType,
  { now, limits }: { readonly now: number; readonly limits: Limits },
  found: Problem[],
): void {
  const { time, recordedTime } = event;
  if (recordedTime > now + limits.aheadMs)
    found.push(
      problem('TIME_FUTURE', '/recordedtime', 'registered in the future; check the clock of the source'),
    );
  if (
    time > recordedTime + limits.aheadMs &&
    !isAllowedAhead(time, recordedTime, monthsAhead(event, eventType))
  )
    found.push(problem('TIME_FUTURE', '/time', 'takes effect too far after its registration'));
  const days = eventType.pastDays === undefined ? limits.pastDays : eventType.pastDays;
  if (days !== null && event.correctionOf === undefined && recordedTime - time > days * DAY_MS)
    found.push(problem('TIME_PAST', '/time', `took effect more than ${days} days before its registration`));
}

/** A void may bear the time of its target, which may be a benefit that has not begun. */
const monthsAhead = ({ voids }: DomainEvent, { aheadMonths }: EventType): number =>
  voids === undefined ? aheadMonths : VOID_MONTHS_AHEAD;

/** No month is shorter than 28 days, so most benefits of next month need no calendar. */
const isAllowedAhead = (time: number, recordedTime: number, months: number): boolean =>
  time - recordedTime < months * 28 * DAY_MS ||
  (months > 0 && dayOf(time) <= addMonths(dayOf(recordedTime), months));
