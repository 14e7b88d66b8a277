import type { EldercareFacilityKind, PopulationMeasure } from '@minhai/schemas';
import { reliefByStreet, type StreetRelief } from './assistance/cases.js';
import { NEED_GRADES, needGradesOn15January, type Grades } from './assistance/needs.js';
import { PUBLISHED_RELIEF } from './assistance/lots.js';
import {
  communityExpectations,
  type CommunityExpectations,
} from './community/community-expectations.fixture.js';
import { publishedWorkers } from './child/workers.js';
import { type CoverageCounts, coverageCounts } from './coverage/coverage-counts.fixture.js';
import { type EldercareServices, eldercareServicesOf } from './eldercare-services/service-counts.fixture.js';
import { PUBLISHED_BEDS } from './eldercare/published-beds.js';
import { PUBLISHED_FACILITIES } from './facilities/published-facilities.js';
import { type PublishedAllowances, PUBLISHED_ALLOWANCES } from './allowances/published-allowances.js';
import { type PublishedCarers, PUBLISHED_CARERS } from './carers/lots.js';
import { type PublishedHomecare, PUBLISHED_HOMECARE } from './homecare/lots.js';
import { REGISTERS } from './marriage/registers.js';
import { type RegisterCounts, registerCounts } from './registers.fixture.js';
import type { DistrictCode } from './reference/districts.js';
import { POPULATIONS } from './reference/populations.js';
import { type PublicGood, publicGoodOf, publicGoodOn15January } from './public-good.fixture.js';
import { PUBLISHED_ORGANISATIONS } from './socialorg/organisations.js';
import { PUBLISHED_STATISTICS, type PublishedStatistics } from './statistics/reported-values.js';

/** What the events of one district must come to at 2020-12-31, Asia/Shanghai, knowing all that is recorded. */
export interface Expectations {
  readonly district: DistrictCode;
  readonly asOf: '2020-12-31';
  readonly populations: Readonly<Partial<Record<PopulationMeasure, number>>>;
  readonly beds: {
    readonly total: number;
    readonly nursing: number;
    readonly dementia: number;
    readonly newIn2020: number;
    readonly closedIn2020: number;
    readonly stockAtEndOf2019: number;
    readonly streets: readonly { readonly street: string; readonly beds: number; readonly nursing: number }[];
  };
  readonly facilities: {
    readonly total: number;
    readonly kinds: Readonly<Partial<Record<EldercareFacilityKind, number>>>;
    /** Each site once; hundredths of a ㎡. */
    readonly area: number;
    readonly portions: number;
    readonly portionsByStreet: Readonly<Record<string, number>>;
    readonly knownOn15January2021: {
      readonly total: number;
      readonly area: number;
      readonly portions: number;
    };
  };
  readonly socialorgs: {
    readonly everRegistered: number;
    readonly deregistered: number;
    readonly stock: number;
    readonly everThreeA: number;
    readonly validThreeA: number;
  };
  /** By year of registration. */
  readonly marriages: Readonly<Record<2019 | 2020, number>>;
  readonly divorces: Readonly<Record<2019 | 2020, number>>;
  /** 低保 in 2020-12. */
  readonly relief: {
    readonly households: number;
    readonly persons: number;
    readonly streets: readonly StreetRelief[];
  };
  /** Households by grade of need. */
  readonly needs: { readonly grades: Grades; readonly knownOn15January2021: Grades };
  readonly community: CommunityExpectations;
  readonly coverage: CoverageCounts & {
    /** As known before 2021-01-16; what is not named is unchanged. */
    readonly knownOn15January2021: Pick<CoverageCounts, 'rentalStreets' | 'compliantStations'>;
  };
  /** Certified child-welfare social workers in post. */
  readonly childWorkers: { readonly inPost: number; readonly knownOn15January2021: number };
  readonly carers: PublishedCarers;
  readonly homecare: PublishedHomecare;
  readonly eldercareServices: EldercareServices;
  readonly allowances: PublishedAllowances;
  readonly publicGood: PublicGood;
  readonly statistics: PublishedStatistics;
  readonly registers: RegisterCounts;
  /** The same questions answered with what was recorded before 2021-01-16; whatever is not named is unchanged. */
  readonly knownOn15January2021: {
    readonly hukou60Plus: number;
    readonly beds: number;
    readonly newBedsIn2020: number;
    readonly socialorgs: number;
    readonly everThreeA: number;
    readonly validThreeA: number;
    readonly divorcesIn2020: number;
    readonly reliefHouseholds: number;
    readonly reliefPersons: number;
    readonly publicGoodBases: number;
    readonly donationsFenIn2020: number;
    readonly personTimes2016To2020: number;
  };
}

/** Read from the tables alone; no event is looked at. */
export function expectations(district: DistrictCode): Expectations {
  const { streets: bedRows, knownOn15January: bedsKnown, ...beds } = PUBLISHED_BEDS[district];
  const relief = PUBLISHED_RELIEF[district];
  const registrations = (prefix: 'J' | 'L', year: number): number =>
    REGISTERS[district]
      .filter((it) => it.prefix === prefix && it.year === year)
      .reduce((sum, it) => sum + it.count, 0);
  return {
    district,
    asOf: '2020-12-31',
    populations: Object.fromEntries(POPULATIONS[district].map(({ measure, value }) => [measure, value])),
    beds: {
      total: beds.beds,
      nursing: beds.nursing,
      dementia: beds.dementia,
      newIn2020: beds.newIn2020,
      closedIn2020: beds.closedIn2020,
      stockAtEndOf2019: beds.stockAtEndOf2019,
      streets: bedRows.map((row) => ({ street: row.street, beds: row.beds, nursing: row.nursing })),
    },
    facilities: facilitiesOf(district),
    socialorgs: socialorgsOf(district),
    marriages: { 2019: registrations('J', 2019), 2020: registrations('J', 2020) },
    divorces: { 2019: registrations('L', 2019), 2020: registrations('L', 2020) },
    relief: { households: relief.households, persons: relief.persons, streets: reliefByStreet(district) },
    needs: { grades: NEED_GRADES[district], knownOn15January2021: needGradesOn15January(district) },
    community: communityExpectations(district),
    coverage: coverageOf(district),
    childWorkers: publishedWorkers(district),
    carers: PUBLISHED_CARERS[district],
    homecare: PUBLISHED_HOMECARE[district],
    eldercareServices: eldercareServicesOf(district),
    allowances: PUBLISHED_ALLOWANCES[district],
    publicGood: publicGoodOf(district),
    statistics: PUBLISHED_STATISTICS[district],
    registers: registerCounts(district),
    knownOn15January2021: {
      hukou60Plus: HUKOU_60P_ON_15_JANUARY[district],
      beds: bedsKnown.beds,
      newBedsIn2020: bedsKnown.newIn2020,
      socialorgs: PUBLISHED_ORGANISATIONS[district].knownOn15January.stock,
      everThreeA: PUBLISHED_ORGANISATIONS[district].knownOn15January.everThreeA,
      validThreeA: PUBLISHED_ORGANISATIONS[district].knownOn15January.validThreeA,
      divorcesIn2020: registrations('L', 2020) - 1,
      reliefHouseholds: relief.knownOn15January.households,
      reliefPersons: relief.knownOn15January.persons,
      ...publicGoodOn15January(district),
    },
  };
}

/** 长宁 published swapped digits first (trap `population-corrected`). */
const HUKOU_60P_ON_15_JANUARY: Readonly<Record<DistrictCode, number>> = {
  '310105': 219_800,
  '310118': 165_000,
};

function facilitiesOf(district: DistrictCode): Expectations['facilities'] {
  const { kinds, area, meals, knownOn15January: known } = PUBLISHED_FACILITIES[district];
  const total = (counts: readonly (readonly [string, number])[]): number =>
    counts.reduce((sum, [, count]) => sum + count, 0);
  return {
    total: total(kinds),
    kinds: Object.fromEntries(kinds),
    area,
    portions: total(meals),
    portionsByStreet: Object.fromEntries(meals),
    knownOn15January2021: { total: known.facilities, area: known.area, portions: known.portions },
  };
}

/** A rental point was recorded late, and the result of a station corrected late, each the only one of its street. */
function coverageOf(district: DistrictCode): Expectations['coverage'] {
  const counts = coverageCounts(district);
  const { rentalStreets, compliantStations } = counts;
  return {
    ...counts,
    knownOn15January2021: {
      rentalStreets: rentalStreets - 1,
      compliantStations: compliantStations - 1,
    },
  };
}

function socialorgsOf(district: DistrictCode): Expectations['socialorgs'] {
  const { everRegistered, careers } = PUBLISHED_ORGANISATIONS[district];
  const sum = (those: (career: (typeof careers)[number]) => boolean): number =>
    careers.filter(those).reduce((total, { count }) => total + count, 0);
  const deregistered = sum((career) => !career.stillRegistered);
  return {
    everRegistered,
    deregistered,
    stock: everRegistered - deregistered,
    everThreeA: sum((career) => career.everThreeA),
    validThreeA: sum((career) => career.validThreeA),
  };
}
