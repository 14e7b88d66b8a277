import { UNKNOWN_STREET, streetOf } from '@minhai/domain';
import type { Envelope } from '@minhai/events';
import type { FactEvent } from '@minhai/facts';

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

/** As `placeOf`; where the envelope names no 街镇, the one the village of the payload lies in. */
export const placeOfVillage = (event: FactEvent<{ readonly villageId: string | null }>): Place => {
  const { villageId } = event.data;
  return event.streetId === undefined && villageId !== null
    ? { district: event.regionId, street: streetOf(villageId) }
    : placeOf(event);
};

export const isSamePlace = (a: Place, b: Place): boolean =>
  a.district === b.district && a.street === b.street;
