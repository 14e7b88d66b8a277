import type { DistrictCode } from '../reference/districts.js';
import { type Draft, type Payload, registrationAfter, type TypeName } from './cloud-event.js';

/** Where and when something happened in a street, and to what. */
export interface Circumstances {
  readonly district: DistrictCode;
  readonly street: string;
  readonly subject: string;
  readonly time: number;
}

/** An event of a street in its domain's own system, told by its moment and registered soon after it. */
export const streetDraft = <T extends TypeName>(
  { district, street, subject, time }: Circumstances,
  type: T,
  data: Payload<T>,
): Draft<T> => ({
  district,
  type,
  system: type.slice(0, type.indexOf('.')),
  subject,
  mark: String(time),
  time,
  recorded: registrationAfter(time, subject),
  street,
  data,
});
