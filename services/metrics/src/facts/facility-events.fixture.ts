import type {
  EldercareFacilityChanged,
  EldercareFacilityOpened,
  EldercareMealsiteCapacityChanged,
} from '@minhai/schemas';
import { type Circumstances, factEvent } from '@minhai/testing';
import { CHANGED, CLOSED, OPENED } from './community-facility/facility-phases.js';
import { CAPACITY_CHANGED } from './community-facility/meal-capacity.js';

type Some<Data> = Partial<Data> & { readonly at?: Circumstances };

/** A meal site `f-1` on site `s-1`, unless said otherwise. */
export const opened = (time: string, { at, ...data }: Some<EldercareFacilityOpened> = {}) =>
  factEvent<EldercareFacilityOpened>(
    OPENED,
    {
      facilityId: 'f-1',
      name: '示例设施',
      kind: 'MEAL_SITE',
      siteId: 's-1',
      floorAreaM2: '100.00',
      isBranch: false,
      operatorType: 'PROFESSIONAL',
      level: 'STREET',
      operatorUsci: null,
      chainBrand: null,
      ...data,
    },
    { time, ...at },
  );

export const changed = (
  time: string,
  reason: EldercareFacilityChanged['reason'],
  { at, ...data }: Some<EldercareFacilityChanged> = {},
) =>
  factEvent<EldercareFacilityChanged>(
    CHANGED,
    {
      facilityId: 'f-1',
      reason,
      name: null,
      kind: null,
      siteId: null,
      floorAreaM2: null,
      isBranch: null,
      operatorType: null,
      level: null,
      operatorUsci: null,
      chainBrand: null,
      ...data,
    },
    { time, ...at },
  );

export const closed = (time: string, facilityId = 'f-1') =>
  factEvent(CLOSED, { facilityId, reason: 'LITTLE_USED', mergedInto: null }, { time });

export const capacity = (
  time: string,
  delta: number,
  portionsPerDay: number,
  { at, ...data }: Some<EldercareMealsiteCapacityChanged> = {},
) =>
  factEvent<EldercareMealsiteCapacityChanged>(
    CAPACITY_CHANGED,
    { facilityId: 'f-1', mode: 'DINE_IN', delta, portionsPerDay, ...data },
    { time, ...at },
  );
