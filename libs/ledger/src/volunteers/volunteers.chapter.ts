import type { BusinessDay } from '@minhai/domain';
import type { VolunteerPassportRevocation } from '@minhai/schemas';
import { apportionedList } from '../chance/apportion.js';
import { at, workingDayBetween } from '../chance/calendar.js';
import { chanceOf, digestOf } from '../chance/seeded.js';
import { type Chapter, entry, join, type TrapNote } from '../posting/chapter.js';
import { draftOf } from '../posting/draft.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';

/** Persons who hold a live 公益护照 at 2020-12-31: an invention, the plan publishes no base. */
export const PASSPORT_HOLDERS: Readonly<Record<DistrictCode, number>> = { '310105': 0, '310118': 600 };

const GONE = 20;

/** A passport of a volunteer; further passports of one person carry the person's number. */
interface Passport {
  readonly person: number;
  readonly copy: number;
  readonly street: string;
  readonly from: BusinessDay;
  readonly until?: { readonly day: BusinessDay; readonly reason: VolunteerPassportRevocation };
  readonly note?: TrapNote;
}

const TWO_PASSPORTS: TrapNote = {
  name: 'one-volunteer-two-passports',
  expectation: 'registered a second time while the first passport is live: one person, and a finding',
};
const SECOND_WITHDRAWN: TrapNote = {
  name: 'second-passport-withdrawn',
  expectation: 'the second of two passports is revoked: the person is still one holder',
};
const FIRST_WITHDRAWN: TrapNote = {
  name: 'first-passport-withdrawn',
  expectation: 'the first of two passports is revoked: the person holds the second',
};
const TWICE: TrapNote = {
  name: 'passport-delivered-twice',
  expectation: 'same id, same bytes: one passport',
  mishap: { kind: 'delivered-twice', again: '2020-12-01' },
};

function passportsOf(district: DistrictCode): Passport[] {
  const count = PASSPORT_HOLDERS[district];
  if (count === 0) return [];
  const chance = chanceOf(`passports|${district}`);
  const shares = DISTRICTS[district].streets.map(({ code, committees }) => [code, committees] as const);
  const streets = chance.shuffled(apportionedList(count + GONE, shares));
  const first = streets.map((street, i): Passport => ({
    person: i + 1,
    copy: 1,
    street,
    from: workingDayBetween('2018-01-02', '2020-06-30', chance),
    ...(i === 0 && { note: TWICE }),
    ...(i === 3 && { until: { day: '2020-11-16', reason: 'DUPLICATE' as const }, note: FIRST_WITHDRAWN }),
    ...(i >= count && {
      until: { day: workingDayBetween('2020-07-01', '2020-12-18', chance), reason: 'ON_REQUEST' as const },
    }),
  }));
  const second = (person: number, rest: Pick<Passport, 'until' | 'note'>): Passport => ({
    person,
    copy: 2,
    street: streets[person - 1]!,
    from: '2020-10-12',
    ...rest,
  });
  return [
    ...first,
    second(2, { note: TWO_PASSPORTS }),
    second(3, { until: { day: '2020-11-02', reason: 'DUPLICATE' }, note: SECOND_WITHDRAWN }),
    second(4, { note: FIRST_WITHDRAWN }),
  ];
}

function entriesOf(district: DistrictCode, passport: Passport): Chapter[] {
  const { person, copy, street, from, until, note } = passport;
  const passportNo = `GYHZ${district}-${String(person).padStart(5, '0')}-${copy}`;
  const personRef = `per_${digestOf(`volunteer|${district}|${person}`).toString('hex', 0, 8)}`;
  const of = { district, subject: passportNo, street };
  const issued = draftOf({ ...of, time: at(from, 11) }, 'volunteer.passport.issued', {
    passportNo,
    personRef,
    issuedOn: from,
  });
  if (!until) return [entry(issued, note)];
  const revoked = draftOf({ ...of, time: at(until.day, 15) }, 'volunteer.passport.revoked', {
    passportNo,
    personRef,
    reason: until.reason,
  });
  return [entry(issued, note), entry({ ...revoked, version: 2 }, note && { ...note, mishap: undefined })];
}

/** Volunteer passports of 青浦, whose plan counts them. */
export const volunteersChapter = (district: DistrictCode): Chapter =>
  join(passportsOf(district).flatMap((passport) => entriesOf(district, passport)));
