import { addDays, type BusinessDay } from '@minhai/domain';
import type { BedChange, InstitutionLegalForm, InstitutionOperationMode } from '@minhai/schemas';
import { apportion } from '../chance/apportion.js';
import { workingDayBetween, workingDayFrom } from '../chance/calendar.js';
import { type Chance, chanceOf } from '../chance/seeded.js';
import type { DistrictCode } from '../reference/districts.js';
import { brandOf } from './chains.js';
import { CHANGNING_INSTITUTIONS } from './changning.institutions.js';
import { DEMENTIA_CARE } from './dementia-care.js';
import { bedsAtEnd, conversion, type Institution, type Movement } from './institution.js';
import { PUBLISHED_BEDS, type StreetBeds } from './published-beds.js';
import { QINGPU_INSTITUTIONS } from './qingpu.institutions.js';

const END: BusinessDay = '2020-12-31';
/** Everything ordinary is settled before the last month of 2019: what moves later is declared. */
const SETTLED: BusinessDay = '2019-11-29';

const DECLARED: Readonly<Record<DistrictCode, readonly Institution[]>> = {
  '310105': CHANGNING_INSTITUTIONS,
  '310118': QINGPU_INSTITUTIONS,
};

/** Streets whose first ordinary institution has a nursing hospital inside, or is one. */
const NURSING_HOSPITALS: Readonly<Record<string, Pick<Institution, 'scope' | 'hasNursingHospital'>>> = {
  '310118103': { scope: 'INSTITUTION', hasNursingHospital: true },
  '310118104': { scope: 'INSTITUTION', hasNursingHospital: true },
  '310118109': { scope: 'NURSING_HOSPITAL', hasNursingHospital: true },
};

const OWNERSHIP: readonly (readonly [InstitutionLegalForm, InstitutionOperationMode])[] = [
  ['PRIVATE_NON_ENTERPRISE', 'PRIVATE_PRIVATE'],
  ['PRIVATE_NON_ENTERPRISE', 'PRIVATE_PRIVATE'],
  ['PRIVATE_NON_ENTERPRISE', 'PUBLIC_PRIVATE'],
  ['ENTERPRISE', 'PRIVATE_PRIVATE'],
  ['PUBLIC', 'PUBLIC_PUBLIC'],
];

/** All institutions of a district: per street the ordinary ones, then those that are declared one by one. */
export const institutionsOf = (district: DistrictCode): Institution[] => [
  ...PUBLISHED_BEDS[district].streets.flatMap((row) => ordinaryInstitutions(district, row)),
  ...DECLARED[district],
];

/** What the declared institutions leave of a street's beds, spread over its ordinary ones. */
function ordinaryInstitutions(district: DistrictCode, row: StreetBeds): Institution[] {
  const declared = DECLARED[district].filter(({ street }) => street === row.street);
  const left = (published: number, ...types: readonly ('GENERAL' | 'NURSING')[]): number =>
    published -
    declared.flatMap((it) => types.map((type) => bedsAtEnd(it, type, END))).reduce((a, b) => a + b, 0);
  const chance = chanceOf(`institutions|${row.street}`);
  const weights = Array.from({ length: row.ordinary }, () => chance.between(5, 9));
  const beds = apportion(left(row.beds, 'GENERAL', 'NURSING'), weights);
  const nursing = apportion(left(row.nursing, 'NURSING'), beds);
  return beds.map((total, index) =>
    ordinary(district, row, index, { general: total - nursing[index]!, nursing: nursing[index]! }),
  );
}

interface Capacity {
  readonly general: number;
  readonly nursing: number;
}

function ordinary(district: DistrictCode, row: StreetBeds, index: number, final: Capacity): Institution {
  const chance = chanceOf(`institution|${row.street}|${index}`);
  const opened = workingDayBetween('2015-01-05', '2018-06-29', chance);
  const [legalForm, mode] = chance.pick(OWNERSHIP);
  const chainBrand = brandOf(row.street, index);
  return {
    street: row.street,
    scope: 'INSTITUTION',
    legalForm,
    mode,
    opened,
    ...(index === 0 && NURSING_HOSPITALS[row.street]),
    ...(chainBrand && { chainBrand }),
    movements: [
      ...history(`ZX${row.street}-${index + 1}`, opened, final, chance),
      ...dementia(district, row, index),
    ],
  };
}

/** How an institution came to its final capacity: opening, then an expansion, a conversion and a recount. */
function history(transfer: string, opened: BusinessDay, final: Capacity, chance: Chance): Movement[] {
  const expanded = Math.floor(final.general / chance.between(8, 12));
  const converted = Math.floor(final.nursing / chance.between(4, 7));
  const recounted = chance.between(1, 5);
  const days = stepsAfter(opened, chance);
  const reason: BedChange =
    opened < '2016-01-01' ? 'OPENING' : chance.pick(['NEW_BUILD', 'NEW_BUILD', 'REBUILD']);
  return [
    {
      on: opened,
      bedType: 'GENERAL',
      delta: final.general - expanded + converted + recounted,
      reason,
    },
    { on: opened, bedType: 'NURSING', delta: final.nursing - converted, reason },
    { on: days[0]!, bedType: 'GENERAL', delta: expanded, reason: 'EXPANSION' },
    ...conversion(days[1]!, converted, transfer),
    { on: days[2]!, bedType: 'GENERAL', delta: -recounted, reason: chance.pick(['ADJUSTMENT', 'REDUCTION']) },
  ];
}

/** Three later days in order, each at least a month after the one before. */
function stepsAfter(opened: BusinessDay, chance: Chance): BusinessDay[] {
  const days: BusinessDay[] = [];
  let day = opened;
  for (let step = 0; step < 3; step++) {
    day = workingDayFrom(addDays(day, chance.between(35, 160)));
    if (day > SETTLED) throw new RangeError(`${opened} leaves no room before ${SETTLED}`);
    days.push(day);
  }
  return days;
}

const dementia = (district: DistrictCode, row: StreetBeds, index: number): Movement[] =>
  DEMENTIA_CARE[district]
    .filter(({ street, institution }) => street === row.street && institution === index)
    .map(({ beds, on, trap }) => ({
      on,
      bedType: 'DEMENTIA',
      delta: beds,
      reason: 'REBUILD',
      ...(trap && { trap }),
    }));
