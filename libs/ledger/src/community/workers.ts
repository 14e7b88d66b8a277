import { addDays, type BusinessDay } from '@minhai/domain';
import type { SocialWorkerLevel, WorkerLeaving } from '@minhai/schemas';
import { apportionedList } from '../chance/apportion.js';
import { at, workingDayBetween, workingDayFrom } from '../chance/calendar.js';
import { type Chance, chanceOf, digestOf } from '../chance/seeded.js';
import { type Chapter, entry, join, type TrapNote } from '../posting/chapter.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';
import { type Circumstances, draftOf } from '../posting/draft.js';
import { PUBLISHED_COMMUNITY } from './published-community.js';

/** What becomes of a worker; the tables say how many. */
interface Career {
  readonly hired?: TrapNote | 'at midnight';
  readonly certificate?: TrapNote | 'plain';
  readonly left?: TrapNote | 'plain';
  /** Days of the events a trap is about; chance has the others. */
  readonly leftOn?: BusinessDay;
  readonly certifiedOn?: BusinessDay;
}

const HIRED_TWICE: TrapNote = {
  name: 'worker-delivered-twice',
  expectation: 'same id, same bytes: one worker',
  mishap: { kind: 'delivered-twice', again: '2020-12-28' },
};
const HIRED_AFTER_LEAVING: TrapNote = {
  name: 'departure-overtakes-hiring',
  expectation: 'the hiring arrives after the departure: in nobody’s stock at the end',
  mishap: { kind: 'held-up', until: '2021-01-11' },
};
const HIRED_AT_MIDNIGHT: TrapNote = {
  name: 'worker-hired-at-midnight',
  expectation: '2020-12-31T16:00:00Z is 2021-01-01 in Shanghai: not in post at the end of 2020',
};
const LEAVER: TrapNote = {
  name: 'certificate-of-a-leaver',
  expectation: 'certified while in post, gone by the end of 2020: in neither number',
};
const LEFT_LATE: TrapNote = {
  name: 'departure-recorded-late',
  expectation: 'left on 2020-12-17, recorded 2021-02-05: in post as known in January',
  mishap: { kind: 'recorded-late', recordedOn: '2021-02-05' },
};
const CERTIFIED_LATE: TrapNote = {
  name: 'certificate-recorded-late',
  expectation: 'issued on 2020-11-19, recorded 2021-02-08: certified, but known only from then on',
  mishap: { kind: 'recorded-late', recordedOn: '2021-02-08' },
};
const CERTIFICATE_VOIDED: TrapNote = {
  name: 'certificate-voided',
  expectation: 'entered for the wrong worker, its void arrives first: never certified',
  mishap: { kind: 'voided', voidedOn: '2020-09-18', because: 'ERROR', voidArrivesFirst: true },
};

const times = (count: number, career: Career): Career[] => Array<Career>(count).fill(career);

/** All who were ever hired by the end of 2020, and one who must not count among them. */
function careersOf(district: DistrictCode): Career[] {
  const { hired, left, certified, certifiedLeavers } = PUBLISHED_COMMUNITY[district].workers;
  if (hired === 0) return [];
  return [
    { hired: HIRED_TWICE },
    { certificate: CERTIFICATE_VOIDED, certifiedOn: '2020-09-16' },
    ...times(hired - left - certified - 2, {}),
    { certificate: CERTIFIED_LATE, certifiedOn: '2020-11-19' },
    ...times(certified - 1, { certificate: 'plain' }),
    { left: LEFT_LATE, leftOn: '2020-12-17' },
    { hired: HIRED_AFTER_LEAVING, left: 'plain', leftOn: '2020-12-16' },
    ...times(left - certifiedLeavers - 2, { left: 'plain' }),
    ...times(certifiedLeavers, { certificate: LEAVER, left: LEAVER }),
    { hired: 'at midnight' },
  ];
}

export function workersChapter(district: DistrictCode): Chapter {
  const careers = careersOf(district);
  const chance = chanceOf(`community-workers|${district}`);
  const weights = DISTRICTS[district].streets.map(({ code, committees }) => [code, committees] as const);
  const streets = chance.shuffled(apportionedList(careers.length, weights));
  return join(
    careers.flatMap((career, index) =>
      workerEntries(career, { district, number: index + 1, street: streets[index]! }),
    ),
  );
}

interface Post {
  readonly district: DistrictCode;
  readonly number: number;
  readonly street: string;
}

const noteOf = (step: TrapNote | string | undefined): TrapNote | undefined =>
  typeof step === 'object' ? step : step === 'at midnight' ? HIRED_AT_MIDNIGHT : undefined;

/** Hired, perhaps certified, perhaps gone: in this order, with months between. */
function workerEntries(career: Career, { district, number, street }: Post): Chapter[] {
  const workerId = `SQ${district}-${String(number).padStart(4, '0')}`;
  const worker = { workerId, personRef: `per_${digestOf(`person|${workerId}`).toString('hex', 0, 8)}` };
  const chance = chanceOf(workerId);
  const utc = career.hired === 'at midnight' ? (true as const) : undefined;
  const on = (day: BusinessDay, hour: number): Circumstances => ({
    district,
    subject: workerId,
    time: at(day, hour),
    street,
  });
  const hired = utc
    ? { ...on('2021-01-01', 0), utc }
    : on(workingDayBetween('2008-03-03', '2016-12-30', chance), 9);
  const chapters = [entry(draftOf(hired, 'community.worker.hired', worker), noteOf(career.hired))];
  if (career.certificate) {
    const day = career.certifiedOn ?? workingDayBetween('2017-02-06', '2018-06-29', chance);
    const data = {
      ...worker,
      level: levelOf(chance),
      certNo: `SG${district}-${String(number).padStart(5, '0')}`,
    };
    chapters.push(
      entry(draftOf(on(day, 11), 'community.worker.certified', data), noteOf(career.certificate)),
    );
  }
  if (career.left) {
    const day = career.leftOn ?? workingDayFrom(addDays('2018-07-02', chance.below(870)));
    const data = { ...worker, reason: chance.pick(REASONS) };
    chapters.push(entry(draftOf(on(day, 17), 'community.worker.left', data), noteOf(career.left)));
  }
  return chapters;
}

const REASONS: readonly WorkerLeaving[] = ['RESIGNED', 'RESIGNED', 'RETIRED', 'TRANSFERRED'];

const levelOf = (chance: Chance): SocialWorkerLevel =>
  chance.pick(['ASSISTANT', 'ASSISTANT', 'ASSISTANT', 'INTERMEDIATE']);
