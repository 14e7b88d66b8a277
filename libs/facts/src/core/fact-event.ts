import { dayOf, type BusinessDay } from '@minhai/domain';
import type { DomainEvent } from '@minhai/events';
import type { FactEvent } from './definition.js';

const HOUR_MS = 3_600_000;
const REMEMBERED = 100_000;

/** A business day begins on a full hour of UTC, and events crowd on few hours: formatting a day costs a microsecond. */
const remembered = new Map<number, BusinessDay>();

/** The business day of an instant; `dayOf` with a memory. */
export function businessDayOf(epochMs: number): BusinessDay {
  const hour = Math.floor(epochMs / HOUR_MS);
  const known = remembered.get(hour);
  if (known !== undefined) return known;
  if (remembered.size >= REMEMBERED) remembered.clear();
  const day = dayOf(epochMs);
  remembered.set(hour, day);
  return day;
}

/** The event with the business day of its event time. */
export const toFactEvent = (event: DomainEvent): FactEvent => ({ ...event, day: businessDayOf(event.time) });

/** The same object, completed; for events that nobody else holds. A copy of each is a kilobyte of garbage. */
export const completed = (event: DomainEvent): FactEvent =>
  Object.assign(event, { day: businessDayOf(event.time) });
