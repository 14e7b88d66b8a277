import type { BedType } from '@minhai/schemas';
import { apportion } from '../chance/apportion.js';
import { chanceOf } from '../chance/seeded.js';
import { institutionIdOf } from '../eldercare/institution.js';
import type { Draft, Payload } from '../posting/cloud-event.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';
import { FIRST_NUMBER } from './beds.js';
import type { Goals } from './goals.js';
import { happened } from './happening.js';
import { openInstitutions, standing } from './register.js';

interface Place {
  readonly institutionId: string;
  readonly street: string;
}

/** Institutions a scenario opens, in the order of their numbers. */
export const openedAnew = (district: DistrictCode, { newInstitutions: { count } }: Goals): Place[] =>
  Array.from({ length: count }, (_, index) => ({
    institutionId: institutionIdOf(district, FIRST_NUMBER + index),
    street: DISTRICTS[district].streets[index % DISTRICTS[district].streets.length]!.code,
  }));

/** Every open institution is watched round the clock. */
export function institutionsWatched(district: DistrictCode, goals: Goals): Draft[] {
  const open = openInstitutions(district).map(({ street, data }) => ({ ...data, street }));
  return [...open, ...openedAnew(district, goals)].map(({ street, institutionId }) =>
    happened(
      { district, subject: institutionId, on: '2025-11-17', hour: 11, street },
      'eldercare.safety.monitoring.changed',
      { institutionId, online: true, hours24: true },
    ),
  );
}

/** New institutions join brands, two of them each. */
export const chainsJoined = (district: DistrictCode, goals: Goals, brands: readonly string[]): Draft[] =>
  openedAnew(district, goals)
    .slice(0, brands.length * 2)
    .map(({ street, institutionId }, index) => ({
      ...happened(
        { district, subject: institutionId, on: '2025-11-18', street },
        'eldercare.institution.changed',
        {
          institutionId,
          reason: 'OPERATOR_CHANGED',
          operationMode: 'PUBLIC_PRIVATE',
          chainBrand: brands[index % brands.length]!,
        },
      ),
      version: 2,
    }));

/** Everyone listed is visited in the last month of the plan. */
export const eldersVisited = (district: DistrictCode): Draft[] =>
  DISTRICTS[district].streets.flatMap(({ code: street }) =>
    (['CHILDLESS', 'OLDEST_OLD', 'LIVING_ALONE'] as const).map((category) => {
      const listed = chanceOf(`visits|${street}|${category}`).between(40, 160);
      const period = '2025-12';
      return happened(
        { district, subject: `${street}:${category}:${period}`, on: '2025-12-31', hour: 18, street },
        'eldercare.visit.reported',
        { region: street, category, period, visits: listed * 2, persons: listed, listed },
      );
    }),
  );

/** New residents, over the institutions that have none, by their beds of each type when `beds` are as they will be. */
export function residentsAdmitted(district: DistrictCode, count: number, beds: readonly Draft[]): Draft[] {
  const places = emptyBeds(district, beds);
  const shares = apportion(
    count,
    places.map(({ beds }) => beds),
  );
  return places
    .flatMap((place, index) => Array<(typeof places)[number]>(shares[index]!).fill(place))
    .map(({ institutionId, street, bedType }, index) => {
      const number = String(index + 1).padStart(4, '0');
      const stayId = `RZ${district}-25${number}`;
      return happened(
        { district, subject: stayId, on: '2025-11-17', hour: 14, street },
        'eldercare.resident.admitted',
        {
          stayId,
          personRef: `per_2511${number.padStart(12, '0')}`,
          institutionId,
          bedType,
          careLevel: 'CARE_4',
        },
      );
    });
}

interface Beds extends Place {
  readonly bedType: BedType;
  readonly beds: number;
}

/** Beds of open institutions without residents, by type: what each declared last. */
function emptyBeds(district: DistrictCode, changes: readonly Draft[]): Beds[] {
  const taken = new Set([
    ...standing(district, 'eldercare.resident.admitted').map(({ data }) => data.institutionId),
    ...standing(district, 'eldercare.institution.closed').map(({ data }) => data.institutionId),
  ]);
  const last = new Map<string, Beds>();
  const declare = (street: string, { institutionId, bedType, bedScope, after }: BedChange): void => {
    if (bedType === 'DEMENTIA' || bedScope === 'HOME' || taken.has(institutionId)) return;
    last.set(`${institutionId}:${bedType}`, { institutionId, street, bedType, beds: after });
  };
  for (const { street, data } of standing(district, 'eldercare.bed.changed')) declare(street, data);
  for (const { type, street, data } of changes.toSorted((a, b) => a.time - b.time))
    if (type === 'eldercare.bed.changed') declare(street!, data as BedChange);
  return [...last.values()].filter(({ beds }) => beds > 0);
}

type BedChange = Payload<'eldercare.bed.changed'>;
