import type { BusinessDay } from '@minhai/domain';
import type { EldercareFacilityKind, MealMode } from '@minhai/schemas';
import type { TrapNote } from '../posting/chapter.js';

/** A change of the portions a day that a meal site can serve. */
export interface Serving {
  readonly on: BusinessDay;
  readonly mode: MealMode;
  readonly delta: number;
  readonly trap?: TrapNote;
}

/** Where a facility stands, and the area of that whole site in hundredths of a ㎡. */
export interface Site {
  /** Unique in the district; facilities under one roof share it. */
  readonly key: string;
  readonly street: string;
  readonly area: number;
}

/** An invented facility and all that happened to it. */
export interface Facility {
  readonly kind: EldercareFacilityKind;
  /** Where it stands at the end. */
  readonly site: Site;
  readonly opened: BusinessDay;
  readonly closed?: { readonly on: BusinessDay; readonly trap: TrapNote };
  readonly relocated?: { readonly on: BusinessDay; readonly from: Site; readonly trap: TrapNote };
  readonly branchSince?: { readonly on: BusinessDay; readonly trap: TrapNote };
  readonly servings?: readonly Serving[];
  /** At 00:00 Shanghai, written as 16:00Z of the day before. */
  readonly atMidnightUtc?: true;
  /** Posted and voided: it never was. */
  readonly ineffective?: true;
  /** Of the opening. */
  readonly trap?: TrapNote;
}

/** Whether it is open on the last day of the base year. */
export const standsAt = (end: BusinessDay, { opened, closed, ineffective }: Facility): boolean =>
  !ineffective && opened <= end && (closed === undefined || closed.on > end);

/** Portions a day at the end, of what stands. */
export const portionsAt = (end: BusinessDay, facility: Facility): number =>
  standsAt(end, facility)
    ? (facility.servings ?? []).reduce((sum, { on, delta }) => (on <= end ? sum + delta : sum), 0)
    : 0;
