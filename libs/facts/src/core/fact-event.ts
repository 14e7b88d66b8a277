import { dayOf } from '@minhai/domain';
import type { DomainEvent } from '@minhai/events';
import type { FactEvent } from './definition.js';

/** The event with the business day of its event time. */
export const toFactEvent = (event: DomainEvent): FactEvent => ({ ...event, day: dayOf(event.time) });
