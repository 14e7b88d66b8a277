import { addDays, type BusinessDay } from '@minhai/domain';
import { apportion } from '../chance/apportion.js';
import { workingDayBetween, workingDayFrom } from '../chance/calendar.js';
import { chanceOf, digestOf } from '../chance/seeded.js';
import { bedsAtEnd, institutionIdOf } from '../eldercare/institution.js';
import { institutionsOf } from '../eldercare/ordinary-institutions.js';
import type { DistrictCode } from '../reference/districts.js';
import { CARER_LOTS, type Lot, type Step } from './lots.js';

/** An institution that has employed carers since before 2018-07. */
export interface Employer {
  readonly id: string;
  readonly street: string;
  readonly opened: BusinessDay;
  readonly beds: number;
}

/** A step with the day it fell on and the employer it is about. */
export interface DatedStep {
  readonly step: Step;
  readonly on: BusinessDay;
}

/** One carer and all that happens to her. */
export interface Carer {
  readonly district: DistrictCode;
  readonly carerId: string;
  readonly personRef: string;
  readonly lot: Lot;
  readonly employer: Employer;
  /** Where those with two employers work besides. */
  readonly second: Employer;
  readonly hiredOn: BusinessDay;
  readonly trainedOn: BusinessDay | undefined;
  readonly steps: readonly DatedStep[];
}

const END: BusinessDay = '2020-12-31';
const LAST_OPENING: BusinessDay = '2018-06-29';
/** An institution hires from a week after it opened. */
const FIRST_HIRES_AFTER = 7;

const later = (a: BusinessDay, b: BusinessDay): BusinessDay => (a > b ? a : b);

function employersOf(district: DistrictCode): Employer[] {
  return institutionsOf(district).flatMap((institution, index) => {
    const { street, opened, closed, homeBeds, relocated } = institution;
    if (closed || homeBeds || relocated || opened > LAST_OPENING) return [];
    const beds = bedsAtEnd(institution, 'GENERAL', END) + bedsAtEnd(institution, 'NURSING', END);
    return [{ id: institutionIdOf(district, index + 1), street, opened, beds }];
  });
}

/** Carers over institutions by beds (largest remainder); who is where, chance decides. */
export function carersOf(district: DistrictCode): Carer[] {
  const employers = employersOf(district);
  const lots = CARER_LOTS.flatMap((lot) => Array<Lot>(lot.count[district]).fill(lot));
  const posts = apportion(
    lots.length,
    employers.map(({ beds }) => beds),
  ).flatMap((count, index) => Array<number>(count).fill(index));
  const places = chanceOf(`carers|${district}`).shuffled(posts);
  return lots.map((lot, index) => {
    const place = places[index]!;
    return carerOf(district, index + 1, lot, [employers[place]!, employers[(place + 1) % employers.length]!]);
  });
}

function carerOf(
  district: DistrictCode,
  number: number,
  lot: Lot,
  [employer, second]: readonly [Employer, Employer],
): Carer {
  const carerId = `HL${district}-${String(number).padStart(4, '0')}`;
  const chance = chanceOf(carerId);
  const firstDay = workingDayFrom(addDays(employer.opened, FIRST_HIRES_AFTER));
  const [from, to] = lot.hired;
  const hiredOn = from === to ? from : workingDayBetween(later(from, firstDay), to, chance);
  let last = hiredOn;
  const steps = lot.steps.map((step): DatedStep => {
    const early = step.kind === 'certified' && step.early;
    const earliest = early ? step.days[0] : later(step.days[0], workingDayFrom(addDays(last, 1)));
    const on = workingDayBetween(earliest, step.days[1], chance);
    if (!early) last = on;
    return { step, on };
  });
  return {
    district,
    carerId,
    personRef: `per_${digestOf(`carer|${carerId}`).toString('hex', 0, 8)}`,
    lot,
    employer,
    second,
    hiredOn,
    trainedOn: lot.trained && addDays(hiredOn, lot.trained === 'late' ? 14 : -chance.between(3, 20)),
    steps,
  };
}
