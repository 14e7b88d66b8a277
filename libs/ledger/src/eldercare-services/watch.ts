import type { BusinessDay } from '@minhai/domain';
import { workingDayBetween } from '../chance/calendar.js';
import { chanceOf } from '../chance/seeded.js';
import { type Institution, institutionIdOf } from '../eldercare/institution.js';
import { institutionsOf } from '../eldercare/ordinary-institutions.js';
import type { TrapNote } from '../posting/chapter.js';
import type { DistrictCode } from '../reference/districts.js';

/** A state of an institution's safety monitoring, from a day on. */
export interface WatchState {
  readonly on: BusinessDay;
  readonly online: boolean;
  readonly hours24: boolean;
  /** Reported, but without effect. */
  readonly ineffective?: true;
  readonly trap?: TrapNote;
}

export interface Watch {
  readonly institutionId: string;
  readonly street: string;
  /** Closed by the end of 2020, whatever its monitoring says. */
  readonly isClosed: boolean;
  readonly states: readonly WatchState[];
}

const SWITCHED_OFF: TrapNote = {
  name: 'watch-switched-off',
  expectation: 'watched round the clock until 2020-11-30, offline since: not watched at the end of 2020',
};
const VOIDED: TrapNote = {
  name: 'watch-voided',
  expectation: 'reported as watched round the clock by mistake, voided on 2020-12-11: online only',
  mishap: { kind: 'voided', voidedOn: '2020-12-11', because: 'ERROR' },
};
const LATE: TrapNote = {
  name: 'watch-recorded-late',
  expectation: 'watched since 2020-12-07, recorded on 2021-02-02: known only from then on',
  mishap: { kind: 'recorded-late', recordedOn: '2021-02-02' },
};
const CLOSED: TrapNote = {
  name: 'watch-of-a-closed-house',
  expectation: 'watched when it closed: no open institution, counted no more',
};

/** The first house of these streets has a course of its own. */
const COURSES: Readonly<Record<string, readonly WatchState[]>> = {
  '310118105': [
    { on: '2020-04-13', online: true, hours24: true },
    { on: '2020-11-30', online: false, hours24: false, trap: SWITCHED_OFF },
  ],
  '310118106': [
    { on: '2019-10-21', online: true, hours24: false },
    { on: '2020-12-07', online: true, hours24: true, ineffective: true, trap: VOIDED },
  ],
  '310118107': [{ on: '2020-12-07', online: true, hours24: true, trap: LATE }],
};

/** 青浦 alone names the figure; one house in five is not connected, another not round the clock. */
export function watchesOf(district: DistrictCode): Watch[] {
  if (district !== '310118') return [];
  const begun = new Set<string>();
  return institutionsOf(district).map((institution, index) => {
    const { street, closed } = institution;
    const course = begun.has(street) ? undefined : COURSES[street];
    begun.add(street);
    return {
      institutionId: institutionIdOf(district, index + 1),
      street,
      isClosed: closed !== undefined,
      states: course ?? ordinaryCourse(institution, index),
    };
  });
}

function ordinaryCourse({ opened, closed, street }: Institution, index: number): WatchState[] {
  if (closed) return [{ on: '2020-01-13', online: true, hours24: true, trap: CLOSED }];
  if (index % 5 === 0) return [];
  const chance = chanceOf(`watch|${street}|${index}`);
  const connected: WatchState = {
    on: workingDayBetween(opened < '2019-09-02' ? '2019-09-02' : '2020-07-06', '2020-08-31', chance),
    online: true,
    hours24: false,
  };
  const upgraded = workingDayBetween('2020-09-01', '2020-11-27', chance);
  return index % 5 === 4 ? [connected] : [connected, { on: upgraded, online: true, hours24: true }];
}
