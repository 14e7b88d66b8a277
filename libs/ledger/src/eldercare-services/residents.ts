import { addDays, type BusinessDay } from '@minhai/domain';
import type { BedType, CareLevel } from '@minhai/schemas';
import { workingDayBetween } from '../chance/calendar.js';
import { type Chance, chanceOf, digestOf } from '../chance/seeded.js';
import { institutionIdOf } from '../eldercare/institution.js';
import { institutionsOf } from '../eldercare/ordinary-institutions.js';
import type { TrapNote } from '../posting/chapter.js';
import type { DistrictCode } from '../reference/districts.js';

/** Residents of one house who came and went alike. */
interface Lot {
  readonly count: number;
  readonly bedType: BedType;
  readonly admitted?: BusinessDay;
  readonly discharged?: BusinessDay;
  readonly atMidnightUtc?: true;
  /** Goes on in the house of another street on the day of discharge. */
  readonly moves?: true;
  /** What is unusual about the admission, or about the discharge where there is one. */
  readonly trap?: TrapNote;
}

/** A stay as it truly was. */
export interface Stay {
  readonly stayId: string;
  readonly personRef: string;
  readonly institutionId: string;
  readonly street: string;
  readonly bedType: BedType;
  readonly careLevel: CareLevel;
  readonly admitted: BusinessDay;
  readonly discharged: BusinessDay | undefined;
  readonly transferredTo: string | undefined;
  readonly atMidnightUtc: true | undefined;
  readonly trap: TrapNote | undefined;
}

/** The house of 重固, filled as its plan wants it: 238 of 298 beds. Other houses have not begun to report. */
const HOUSE = '310118109';
const OTHER_HOUSE = '310118104';
const LEVELS: readonly CareLevel[] = ['CARE_3', 'CARE_4', 'CARE_5', 'CARE_6'];

const LOTS: readonly Lot[] = [
  { count: 178, bedType: 'GENERAL' },
  { count: 58, bedType: 'NURSING' },
  { count: 16, bedType: 'GENERAL', discharged: '2020-11-16' },
  {
    count: 1,
    bedType: 'NURSING',
    trap: {
      name: 'stay-delivered-twice',
      expectation: 'same id, same bytes: one bed taken',
      mishap: { kind: 'delivered-twice', again: '2020-12-14' },
    },
  },
  {
    count: 1,
    bedType: 'NURSING',
    trap: {
      name: 'stay-bed-type-corrected',
      expectation: 'entered as GENERAL, corrected on 2021-02-05: a nursing bed is taken',
      mishap: { kind: 'corrected', first: { bedType: 'GENERAL' }, correctedOn: '2021-02-05' },
    },
  },
  {
    count: 1,
    bedType: 'GENERAL',
    trap: {
      name: 'stay-voided',
      expectation: 'never moved in, voided on 2020-12-18: no bed taken',
      mishap: { kind: 'voided', voidedOn: '2020-12-18', because: 'ERROR' },
    },
  },
  {
    count: 1,
    bedType: 'GENERAL',
    discharged: '2020-12-30',
    trap: {
      name: 'discharge-recorded-late',
      expectation: 'left on 2020-12-30, recorded on 2021-02-03: the bed is free at the end of 2020',
      mishap: { kind: 'recorded-late', recordedOn: '2021-02-03' },
    },
  },
  {
    count: 1,
    bedType: 'GENERAL',
    discharged: '2020-09-15',
    moves: true,
    trap: {
      name: 'resident-moved-house',
      expectation: 'discharged and admitted elsewhere on one day: one bed in 金泽, none in 重固',
    },
  },
  {
    count: 1,
    bedType: 'GENERAL',
    admitted: '2021-01-01',
    atMidnightUtc: true,
    trap: {
      name: 'admitted-at-midnight',
      expectation: '2020-12-31T16:00:00Z is 2021-01-01 in Shanghai: no bed taken in 2020',
    },
  },
];

export const staysOf = (district: DistrictCode): Stay[] =>
  district === '310118'
    ? LOTS.flatMap((lot) => Array<Lot>(lot.count).fill(lot)).flatMap((lot, index) =>
        staysIn(district, lot, index + 1),
      )
    : [];

const houseIn = (district: DistrictCode, street: string): string =>
  institutionIdOf(district, institutionsOf(district).findIndex((it) => it.street === street) + 1);

function staysIn(district: DistrictCode, lot: Lot, number: number): Stay[] {
  const id = `RZ${district}-${String(number).padStart(4, '0')}`;
  const chance = chanceOf(id);
  const stay: Stay = {
    stayId: `${id}-1`,
    personRef: `per_${digestOf(`resident|${id}`).toString('hex', 0, 8)}`,
    institutionId: houseIn(district, HOUSE),
    street: HOUSE,
    bedType: lot.bedType,
    careLevel: chance.pick(LEVELS),
    admitted: lot.admitted ?? admissionDay(lot, chance),
    discharged: lot.discharged,
    transferredTo: lot.moves && houseIn(district, OTHER_HOUSE),
    atMidnightUtc: lot.atMidnightUtc,
    trap: lot.trap,
  };
  if (!lot.moves) return [stay];
  const onward = { stayId: `${id}-2`, institutionId: houseIn(district, OTHER_HOUSE), street: OTHER_HOUSE };
  const next = { admitted: lot.discharged!, discharged: undefined, transferredTo: undefined };
  return [stay, { ...stay, ...onward, ...next }];
}

const admissionDay = ({ discharged }: Lot, chance: Chance): BusinessDay =>
  workingDayBetween('2020-01-06', discharged ? addDays(discharged, -60) : '2020-11-30', chance);
