import type { BusinessDay } from '@minhai/domain';
import { at } from '../chance/calendar.js';
import type { Draft, Payload, TypeName } from '../posting/cloud-event.js';
import { type Circumstances, draftOf } from '../posting/draft.js';

/** Where and when something happens in a scenario, and to what. */
export interface Happening extends Pick<Circumstances, 'district' | 'subject'> {
  readonly on: BusinessDay;
  readonly hour?: number;
  /** A district in its stead places the event in the district as a whole. */
  readonly street?: string;
}

/** An event in its domain’s own system, registered soon after it. */
export const happened = <T extends TypeName>(
  { on, hour = 10, street, ...of }: Happening,
  type: T,
  data: Payload<T>,
): Draft<T> => ({
  ...draftOf({ ...of, time: at(on, hour), ...(street?.length === 9 && { street }) }, type, data),
  mark: `scenario|${on}`,
});

/** The 15th of the months from 2021-02 on, one after another and round again: the plan’s five years. */
export function dayOf(index: number): BusinessDay {
  const month = index % 58;
  return `${2021 + Math.floor((month + 1) / 12)}-${String(((month + 1) % 12) + 1).padStart(2, '0')}-15`;
}
