import { type BusinessMonth, monthsBetween } from '@minhai/domain';
import { apportionedList } from '../chance/apportion.js';
import { at } from '../chance/calendar.js';
import { type Chance, chanceOf, digestOf } from '../chance/seeded.js';
import { type Chapter, chapterOf, entry, join } from '../posting/chapter.js';
import { type Draft, type Payload, registrationAfter } from '../posting/cloud-event.js';
import { type DistrictCode, DISTRICTS } from '../reference/districts.js';
import { HOMECARE_LOTS, type Lot, type Months, type Service } from './lots.js';

/** Hours a month, by need. */
const HOURS = [20, 30, 30, 40, 50];
const FEN_PER_HOUR = 2_500;

/** A person in need of care at home. */
interface Elder {
  readonly district: DistrictCode;
  readonly number: number;
  readonly street: string;
  readonly lot: Lot;
}

/** One grant with its months. */
interface Grant {
  readonly elder: Elder;
  readonly grantId: string;
  readonly personRef: string;
  readonly street: string;
  readonly from: BusinessMonth;
  readonly ended: BusinessMonth | undefined;
  readonly day: number;
  readonly service: Service;
}

/** Home care that the government buys, by grant. */
export const homecareChapter = (district: DistrictCode): Chapter =>
  join(eldersOf(district).flatMap((elder) => grantsOf(elder).map(grantChapter)));

/** Persons over streets by weight (largest remainder); which course where, chance decides. */
function eldersOf(district: DistrictCode): Elder[] {
  const lots = HOMECARE_LOTS[district].flatMap((lot) => Array<Lot>(lot.count).fill(lot));
  const weights = DISTRICTS[district].streets.map(({ code, committees }) => [code, committees] as const);
  const streets = chanceOf(`homecare|${district}`).shuffled(apportionedList(lots.length, weights));
  return lots.map((lot, index) => ({ district, number: index + 1, street: streets[index]!, lot }));
}

function grantsOf(elder: Elder): Grant[] {
  const { district, number, street, lot } = elder;
  const id = `JJ${district}-${String(number).padStart(4, '0')}`;
  const chance = chanceOf(id);
  return lot.services.map((service, index) => ({
    elder,
    grantId: `${id}-${index + 1}`,
    personRef: `per_${digestOf(`homecare|${id}`).toString('hex', 0, 8)}`,
    street: service.elsewhere ? streetAfter(district, street) : street,
    from: monthOf(service.from, chance),
    ended: service.ended && monthOf(service.ended, chance),
    day: chance.between(1, 9),
    service,
  }));
}

const monthOf = ([first, last]: Months, chance: Chance): BusinessMonth =>
  chance.pick(monthsBetween(first, last));

function streetAfter(district: DistrictCode, street: string): string {
  const codes = DISTRICTS[district].streets.map(({ code }) => code);
  return codes[(codes.indexOf(street) + 1) % codes.length]!;
}

const grantChapter = (grant: Grant): Chapter =>
  join([entry(granted(grant), grant.service.trap), chapterOf(ended(grant))]);

type HomecareEvent = 'eldercare.homecare.granted' | 'eldercare.homecare.ended';

const homecareDraft = <T extends HomecareEvent>(
  { elder, grantId, street, day }: Grant,
  type: T,
  month: BusinessMonth,
  data: Payload<T>,
): Draft<T> => {
  const time = at(`${month}-0${day}`, 9);
  return {
    district: elder.district,
    type,
    system: 'eldercare',
    subject: grantId,
    mark: month,
    time,
    recorded: registrationAfter(time, grantId),
    street,
    data,
  };
};

function granted(grant: Grant): Draft {
  const { grantId, personRef, from } = grant;
  const hoursPerMonth = chanceOf(`hours|${grantId}`).pick(HOURS);
  return homecareDraft(grant, 'eldercare.homecare.granted', from, {
    grantId,
    personRef,
    hoursPerMonth,
    subsidyFenPerMonth: hoursPerMonth * FEN_PER_HOUR,
    fromMonth: from,
  });
}

function ended(grant: Grant): Draft[] {
  const { grantId, personRef, ended: month, elder } = grant;
  if (!month) return [];
  const reason = elder.lot.services.length > 1 ? 'REASSESSED' : 'WITHDRAWN';
  return [
    homecareDraft(grant, 'eldercare.homecare.ended', month, { grantId, personRef, reason, fromMonth: month }),
  ];
}
