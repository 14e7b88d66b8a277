import type { DistrictCode } from '../reference/districts.js';
import { type Draft, type Payload, registrationAfter, type TypeName } from './cloud-event.js';

/** Where and when something happened, and to what. */
export interface Circumstances {
  readonly district: DistrictCode;
  readonly subject: string;
  /** Epoch milliseconds. */
  readonly time: number;
  readonly street?: string | undefined;
  /** Writes `time` with `Z`. */
  readonly utc?: boolean | undefined;
}

/** An event in its domain's own system, told by its moment and registered soon after it. */
export const draftOf = <T extends TypeName>(
  { district, subject, time, street, utc }: Circumstances,
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
  utc,
  data,
});
