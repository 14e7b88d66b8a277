import type { BusinessDay } from '@minhai/domain';
import { CHAINS } from '../eldercare/chains.js';
import { institutionsOf } from '../eldercare/ordinary-institutions.js';
import type { DistrictCode } from '../reference/districts.js';
import { staysOf } from './residents.js';
import { visitReportsOf } from './visits.js';
import { watchesOf } from './watch.js';

const END: BusinessDay = '2020-12-31';

/** At the end of 2020, or of the months reported of it, knowing all that is recorded. */
export interface ServiceCounts {
  readonly homesWithHospital: number;
  readonly occupiedBeds: number;
  readonly occupiedNursingBeds: number;
  readonly watchedInstitutions: number;
  readonly chainOperators: number;
  readonly visitedPersons: number;
  readonly listedPersons: number;
}

export interface EldercareServices extends ServiceCounts {
  /** As known before 2021-01-16; what is not named is unchanged. */
  readonly knownOn15January2021: Omit<ServiceCounts, 'homesWithHospital'>;
}

const LEAST_SITES = 2;

/** Read from the tables alone. */
export function eldercareServicesOf(district: DistrictCode): EldercareServices {
  const reports = visitReportsOf(district);
  const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);
  const stays = staysOf(district).filter(
    ({ admitted, discharged, trap }) =>
      admitted <= END && (discharged ?? '9999') > END && trap?.mishap?.kind !== 'voided',
  );
  const watched = watchesOf(district).filter(
    ({ isClosed, states }) => !isClosed && states.findLast(({ ineffective }) => !ineffective)?.hours24,
  );
  const counts: Omit<ServiceCounts, 'homesWithHospital'> = {
    occupiedBeds: stays.length,
    occupiedNursingBeds: stays.filter(({ bedType }) => bedType === 'NURSING').length,
    watchedInstitutions: watched.length,
    chainOperators:
      district === '310118' ? CHAINS.filter(({ members }) => members.length >= LEAST_SITES).length : 0,
    visitedPersons: sum(reports.map(({ persons }) => persons)),
    listedPersons: sum(reports.map(({ listed }) => listed)),
  };
  return {
    ...counts,
    homesWithHospital: institutionsOf(district).filter(
      ({ hasNursingHospital, opened, closed }) =>
        hasNursingHospital && opened <= END && (closed ?? '9999') > END,
    ).length,
    knownOn15January2021: district === '310118' ? beforeFebruary(counts, district) : counts,
  };
}

/** Without what was recorded late and corrected in February 2021. */
function beforeFebruary(
  counts: Omit<ServiceCounts, 'homesWithHospital'>,
  district: DistrictCode,
): Omit<ServiceCounts, 'homesWithHospital'> {
  const late = visitReportsOf(district).find(({ trap }) => trap?.name === 'visits-recorded-late')!;
  return {
    occupiedBeds: counts.occupiedBeds + 1,
    occupiedNursingBeds: counts.occupiedNursingBeds - 1,
    watchedInstitutions: counts.watchedInstitutions - 1,
    chainOperators: counts.chainOperators - 1,
    visitedPersons: counts.visitedPersons - late.persons - LESS_AT_FIRST,
    listedPersons: counts.listedPersons - late.listed,
  };
}

/** Persons missing from the report of 徐泾 until it was corrected. */
const LESS_AT_FIRST = 5;
