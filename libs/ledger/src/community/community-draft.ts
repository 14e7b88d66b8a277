import { type Draft, type Payload, registrationAfter, type TypeName } from '../posting/cloud-event.js';
import type { DistrictCode } from '../reference/districts.js';

type CommunityEvent = Extract<TypeName, `community.${string}`>;

/** Where, when and to whom something happened. */
export interface Occasion {
  readonly district: DistrictCode;
  readonly subject: string;
  readonly time: number;
  readonly street?: string | undefined;
  readonly utc?: true | undefined;
}

/** Registered within three days. */
export const communityDraft = <T extends CommunityEvent>(
  type: T,
  { district, subject, time, street, utc }: Occasion,
  data: Payload<T>,
): Draft<T> => ({
  district,
  type,
  system: 'community',
  subject,
  mark: String(time),
  time,
  recorded: registrationAfter(time, subject),
  street,
  utc,
  data,
});
