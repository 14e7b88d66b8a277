import type { BusinessDay } from '@minhai/domain';
import { at } from '../chance/calendar.js';
import { type Draft, type Payload, registrationAfter, type TypeName } from '../posting/cloud-event.js';
import type { DistrictCode } from '../reference/districts.js';

/** Where and when something happens in a scenario, and to what. */
export interface Happening {
  readonly district: DistrictCode;
  readonly subject: string;
  readonly on: BusinessDay;
  readonly hour?: number;
  readonly street?: string;
}

/** An event in its domain’s own system, registered soon after it. */
export const happened = <T extends TypeName>(
  { district, subject, on, hour = 10, street }: Happening,
  type: T,
  data: Payload<T>,
): Draft<T> => {
  const time = at(on, hour);
  return {
    district,
    type,
    system: type.slice(0, type.indexOf('.')),
    subject,
    mark: `scenario|${on}`,
    time,
    recorded: registrationAfter(time, subject),
    ...(street !== undefined && street.length === 9 && { street }),
    data,
  };
};

/** The 15th of the months from 2021-02 on, one after another and round again: the plan’s five years. */
export function dayOf(index: number): BusinessDay {
  const month = index % 58;
  return `${2021 + Math.floor((month + 1) / 12)}-${String(((month + 1) % 12) + 1).padStart(2, '0')}-15`;
}
