import { UNKNOWN_STREET, districtOf, streetOf } from '@minhai/domain';
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

/** Where a figure of a whole region counts; that of a district counts in no 街镇. */
export const placeOfRegion = (region: string): Place => ({
  district: districtOf(region),
  street: region.length > 6 ? streetOf(region) : UNKNOWN_STREET,
});

/** Where what an office does counts: in its district, in no 街镇. */
export const placeOfOffice = (officeRegion: string): Place => ({
  district: districtOf(officeRegion),
  street: UNKNOWN_STREET,
});

/** The level of a region by the digits of its code: figures of one level are never added to those of another. */
export const levelOfRegion = (region: string): 'DISTRICT' | 'STREET' | 'VILLAGE' =>
  region.length === 6 ? 'DISTRICT' : region.length === 9 ? 'STREET' : 'VILLAGE';

export const isSamePlace = (a: Place, b: Place): boolean =>
  a.district === b.district && a.street === b.street;
