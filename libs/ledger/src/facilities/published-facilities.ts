import type { EldercareFacilityKind } from '@minhai/schemas';
import type { DistrictCode } from '../reference/districts.js';

export interface PublishedFacilities {
  readonly kinds: readonly (readonly [EldercareFacilityKind, number])[];
  /** Of all sites, each once; hundredths of a ㎡. */
  readonly area: number;
  /** How many of a kind (the guests) share the site of another kind. */
  readonly shared: readonly {
    readonly guest: EldercareFacilityKind;
    readonly host: EldercareFacilityKind;
    readonly count: number;
  }[];
  /** Portions a day by 街镇; empty where nothing is published of them. */
  readonly meals: readonly (readonly [street: string, portions: number])[];
  /** As known on 2021-01-15, before the late reports and the corrections of February. */
  readonly knownOn15January: {
    readonly facilities: number;
    readonly area: number;
    readonly portions: number;
  };
}

/** The figures every facility is calibrated to, at 2020-12-31. */
export const PUBLISHED_FACILITIES: Readonly<Record<DistrictCode, PublishedFacilities>> = {
  '310105': {
    kinds: [
      ['INTEGRATED_CENTRE', 10],
      ['DAY_CENTRE', 60],
      ['MEAL_SITE', 69],
      ['ACTIVITY_ROOM', 200],
      ['SERVICE_STATION', 180],
      ['COMMUNITY_CARE', 100],
      ['SPORTS_HOME', 20],
    ],
    area: 2_772_204,
    shared: [
      { guest: 'MEAL_SITE', host: 'INTEGRATED_CENTRE', count: 10 },
      { guest: 'MEAL_SITE', host: 'DAY_CENTRE', count: 15 },
    ],
    meals: [
      ['310105001', 333],
      ['310105002', 206],
      ['310105004', 270],
      ['310105005', 333],
      ['310105006', 270],
      ['310105008', 381],
      ['310105009', 318],
      ['310105010', 127],
      ['310105011', 238],
      ['310105102', 524],
    ],
    knownOn15January: { facilities: 638, area: 2_778_204, portions: 3100 },
  },
  '310118': {
    kinds: [
      ['INTEGRATED_CENTRE', 13],
      ['DAY_CENTRE', 133],
      ['MEAL_SITE', 36],
      ['ACTIVITY_ROOM', 282],
    ],
    area: 13_000_000,
    shared: [
      { guest: 'MEAL_SITE', host: 'INTEGRATED_CENTRE', count: 12 },
      { guest: 'ACTIVITY_ROOM', host: 'DAY_CENTRE', count: 90 },
    ],
    meals: [],
    knownOn15January: { facilities: 463, area: 12_970_000, portions: 0 },
  },
};
