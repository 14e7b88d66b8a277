import type { BusinessDay } from '@minhai/domain';
import type { ChildWorkerPost, SocialWorkerLevel, WorkerLeaving } from '@minhai/schemas';
import { apportionedList } from '../chance/apportion.js';
import { workingDayBetween } from '../chance/calendar.js';
import { type Chance, chanceOf } from '../chance/seeded.js';
import type { TrapNote } from '../posting/chapter.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';

export interface Certificate {
  readonly on: BusinessDay;
  readonly level: SocialWorkerLevel;
  readonly validTo?: BusinessDay;
  /** At 00:00 Shanghai, written as 16:00Z of the day before. */
  readonly atMidnightUtc?: true;
  readonly trap?: TrapNote;
}

/** An invented person in a child-welfare post. */
export interface Worker {
  /** From 1 in the district. */
  readonly number: number;
  readonly street: string;
  readonly post: ChildWorkerPost;
  readonly certificates: readonly Certificate[];
  readonly left?: { readonly on: BusinessDay; readonly reason: WorkerLeaving; readonly trap?: TrapNote };
}

/** Certified by the end of 2020, and gone by then. 青浦 publishes no figure; its numbers are invented. */
const STAFF: Readonly<Record<DistrictCode, { readonly certified: number; readonly left: number }>> = {
  '310105': { certified: 19, left: 3 },
  '310118': { certified: 14, left: 2 },
};

/** At 2020-12-31, and as known on 15 January 2021, before the late departure was recorded. */
export function publishedWorkers(district: DistrictCode): {
  readonly inPost: number;
  readonly knownOn15January2021: number;
} {
  const { certified, left } = STAFF[district];
  return { inPost: certified - left, knownOn15January2021: certified - left + 1 };
}

const SECOND_CERTIFICATE: TrapNote = {
  name: 'two-certificates-one-person',
  expectation: 'assistant first, social worker later: one person',
};
const LAST_DAY: TrapNote = {
  name: 'child-worker-certificate-valid-to-the-last-day',
  expectation: 'validTo 2020-12-31 is still valid on that day',
};
const LATE: TrapNote = {
  name: 'child-worker-departure-recorded-late',
  expectation: 'left on 2020-12-11, recorded 2021-02-03: gone, but known only from then on',
  mishap: { kind: 'recorded-late', recordedOn: '2021-02-03' },
};
const VOIDED: TrapNote = {
  name: 'child-worker-voided',
  expectation: 'certified under the wrong person and voided: counts nowhere',
  mishap: { kind: 'voided', voidedOn: '2019-10-21', because: 'ERROR' },
};
const MIDNIGHT: TrapNote = {
  name: 'child-worker-at-midnight',
  expectation: '2020-12-31T16:00:00Z is 2021-01-01 in Shanghai: not certified in 2020',
};
const REASONS: readonly WorkerLeaving[] = ['RESIGNED', 'TRANSFERRED', 'RETIRED'];
const POSTS: readonly ChildWorkerPost[] = ['SUPERVISOR', 'DIRECTOR', 'DIRECTOR', 'INSTITUTION'];

/** Those certified by the end of 2020, the leavers first, and two that must not count among them. */
export function workersOf(district: DistrictCode): Worker[] {
  const { certified, left } = STAFF[district];
  const chance = chanceOf(`child-workers|${district}`);
  const streets = chance.shuffled(
    apportionedList(
      certified,
      DISTRICTS[district].streets.map(({ code, committees }) => [code, committees] as const),
    ),
  );
  const staff = streets.map((street, index): Worker => {
    const on = workingDayBetween('2016-03-01', '2020-06-30', chance);
    const worker: Worker = {
      number: index + 1,
      street,
      post: POSTS[index % POSTS.length]!,
      certificates: certificatesOf(index - left, on, chance),
    };
    return index < left ? { ...worker, left: departure(index, chance) } : worker;
  });
  const other = (number: number, certificate: Certificate): Worker => ({
    number,
    street: streets[0]!,
    post: 'DIRECTOR',
    certificates: [certificate],
  });
  return [
    ...staff,
    other(certified + 1, { on: '2019-10-14', level: 'ASSISTANT', trap: VOIDED }),
    other(certified + 2, { on: '2021-01-01', level: 'ASSISTANT', atMidnightUtc: true, trap: MIDNIGHT }),
  ];
}

/** Of those who stay the first has two certificates, the second one that ends with the year. */
function certificatesOf(stayer: number, on: BusinessDay, chance: Chance): Certificate[] {
  const level = chance.pick<SocialWorkerLevel>(['ASSISTANT', 'INTERMEDIATE', 'INTERMEDIATE', 'SENIOR']);
  if (stayer === 0)
    return [
      { on, level: 'ASSISTANT' },
      { on: '2020-09-21', level: 'INTERMEDIATE', trap: SECOND_CERTIFICATE },
    ];
  return [{ on, level, ...(stayer === 1 && { validTo: '2020-12-31', trap: LAST_DAY }) }];
}

const departure = (index: number, chance: Chance): NonNullable<Worker['left']> => ({
  on: index === 0 ? '2020-12-11' : workingDayBetween('2020-07-06', '2020-11-27', chance),
  reason: REASONS[index % REASONS.length]!,
  ...(index === 0 && { trap: LATE }),
});
