import type { FactEvent } from '@minhai/facts';
import type {
  EldercareFacilityChanged,
  EldercareFacilityClosed,
  EldercareFacilityOpened,
  EldercareMealsiteCapacityChanged,
} from '@minhai/schemas';
import { CHANGED, CLOSED, OPENED } from './community-facility/facility-phases.js';
import { CAPACITY_CHANGED } from './community-facility/meal-capacity.js';

interface Circumstances {
  readonly time?: string;
  readonly recorded?: string;
  readonly street?: string | undefined;
}
type MakeEvent = <Data>(type: string, data: Data, at: Circumstances) => FactEvent<Data>;
type Some<Data> = Partial<Data> & { readonly at?: Circumstances };

const OPENED_DATA: EldercareFacilityOpened = {
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
};
const NOTHING_CHANGED: Omit<EldercareFacilityChanged, 'reason'> = {
  facilityId: 'f-1',
  name: null,
  kind: null,
  siteId: null,
  floorAreaM2: null,
  isBranch: null,
  operatorType: null,
  level: null,
  operatorUsci: null,
  chainBrand: null,
  fromSiteId: null,
};

/** What happens to the meal site `f-1` on site `s-1`, unless said otherwise. */
export const facilityEvents = (make: MakeEvent) => ({
  opened: (time: string, { at, ...data }: Some<EldercareFacilityOpened> = {}) =>
    make(OPENED, { ...OPENED_DATA, ...data }, { time, ...at }),
  changed: (
    time: string,
    reason: EldercareFacilityChanged['reason'],
    { at, ...data }: Some<EldercareFacilityChanged> = {},
  ) => make(CHANGED, { ...NOTHING_CHANGED, reason, ...data }, { time, ...at }),
  closed: (time: string, data: Partial<EldercareFacilityClosed> = {}) =>
    make(
      CLOSED,
      { facilityId: 'f-1', reason: 'LITTLE_USED', mergedInto: null, siteId: 's-1', ...data },
      { time },
    ),
  capacity: (
    time: string,
    delta: number,
    portionsPerDay: number,
    { at, ...data }: Some<EldercareMealsiteCapacityChanged> = {},
  ) =>
    make(
      CAPACITY_CHANGED,
      { facilityId: 'f-1', mode: 'DINE_IN', delta, portionsPerDay, ...data },
      { time, ...at },
    ),
});
