import type { BusinessDay } from '@minhai/domain';
import { isOpenOn, RENTAL_POINTS } from '../assistive/rental-points.js';
import { assessmentsOf, PASSING_SCORE } from '../child/stations.js';
import { institutionsOf } from '../eldercare/ordinary-institutions.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';
import { adviserPointsOf } from './adviser-points.js';
import { designationsOf } from './designations.js';
import { medicalContractsOf } from './medical-contracts.js';

const END: BusinessDay = '2020-12-31';

/** At 2020-12-31, knowing all that is recorded; streets count once. */
export interface CoverageCounts {
  readonly streets: number;
  readonly rentalPoints: number;
  readonly rentalStreets: number;
  readonly compliantStations: number;
  readonly dementiaFriendlyStreets: number;
  readonly smartHealthStreets: number;
  readonly adviserStreets: number;
  readonly openInstitutions: number;
  readonly contractedInstitutions: number;
}

const distinct = (keys: readonly string[]): number => new Set(keys).size;

/** Read from the tables alone. */
export function coverageCounts(district: DistrictCode): CoverageCounts {
  const points = RENTAL_POINTS[district].filter((point) => isOpenOn(point, END));
  const assessments = new Map(assessmentsOf(district).map(({ street, score }) => [street, score]));
  const titles = (kind: string): number =>
    distinct(designationsOf(district).flatMap((it) => (it.kind === kind ? [it.street] : [])));
  const contracts = medicalContractsOf(district).filter(
    ({ validTo, ended }) => (validTo ?? END) >= END && (ended ?? '9999') > END,
  );
  return {
    streets: DISTRICTS[district].streets.length,
    rentalPoints: points.length,
    rentalStreets: distinct(points.map(({ street }) => street)),
    compliantStations: [...assessments.values()].filter((score) => score !== null && score >= PASSING_SCORE)
      .length,
    dementiaFriendlyStreets: titles('DEMENTIA_FRIENDLY'),
    smartHealthStreets: titles('SMART_HEALTH'),
    adviserStreets: distinct(
      adviserPointsOf(district)
        .filter(({ institutionId, closed }) => institutionId === null && !closed)
        .map(({ street }) => street),
    ),
    openInstitutions: institutionsOf(district).filter(
      ({ opened, closed }) => opened <= END && (closed ?? '9999') > END,
    ).length,
    contractedInstitutions: distinct(contracts.map(({ institutionId }) => institutionId)),
  };
}
