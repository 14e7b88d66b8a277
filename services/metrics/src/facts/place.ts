import { UNKNOWN_STREET } from '@minhai/domain';
import type { Envelope } from '@minhai/events';

/** Where a row counts. */
export interface Place {
  readonly district: string;
  /** 9 digits or `unknown`. */
  readonly street: string;
}

/** The envelope's division codes; a missing 街镇 becomes the explicit unknown member. */
export const placeOf = (event: Envelope): Place => ({
  district: event.regionId,
  street: event.streetId ?? UNKNOWN_STREET,
});

export const isSamePlace = (a: Place, b: Place): boolean =>
  a.district === b.district && a.street === b.street;
