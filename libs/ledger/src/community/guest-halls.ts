import type { BusinessDay } from '@minhai/domain';
import { apportion } from '../chance/apportion.js';
import { at, workingDayBetween } from '../chance/calendar.js';
import { chanceOf } from '../chance/seeded.js';
import { type Chapter, entry, join, type TrapNote } from '../posting/chapter.js';
import { type DistrictCode, stemOf, streetNameOf } from '../reference/districts.js';
import { type Circumstances, draftOf } from '../posting/draft.js';
import { PUBLISHED_COMMUNITY } from './published-community.js';

/** 村 by 街镇 in the 2023 list: weights, not figures. Which villages they are is not known, so they are numbered. */
const VILLAGES: Readonly<Record<string, number>> = {
  '310118001': 8,
  '310118002': 5,
  '310118003': 22,
  '310118102': 28,
  '310118103': 25,
  '310118104': 30,
  '310118105': 8,
  '310118106': 9,
  '310118107': 19,
  '310118109': 9,
  '310118110': 21,
};
/** Statistical codes of villages’ committees begin here; those of residents’ committees at 001. */
const FIRST_VILLAGE = 201;

interface Village {
  readonly id: string;
  readonly street: string;
  readonly ordinal: number;
}

const villages = (): Village[] =>
  Object.entries(VILLAGES).flatMap(([street, count]) =>
    Array.from({ length: count }, (_, i) => ({
      id: `${street}${FIRST_VILLAGE + i}`,
      street,
      ordinal: i + 1,
    })),
  );

interface Hall {
  readonly village: Village;
  readonly demonstration: boolean;
  readonly opened?: BusinessDay;
  readonly atMidnightUtc?: true;
  readonly trap?: TrapNote;
  readonly closed?: { readonly on: BusinessDay; readonly trap: TrapNote };
}

const HALL_TWICE: TrapNote = {
  name: 'hall-delivered-twice',
  expectation: 'same id, same bytes: one hall',
  mishap: { kind: 'delivered-twice', again: '2020-12-21' },
};
const HALL_CORRECTED: TrapNote = {
  name: 'hall-became-demonstration',
  expectation: 'recorded as ordinary, corrected on 2021-02-17: one demonstration hall more, no hall more',
  mishap: { kind: 'corrected', first: { demonstration: false }, correctedOn: '2021-02-17' },
};
const HALL_VOIDED: TrapNote = {
  name: 'hall-voided',
  expectation: 'entered twice under two numbers, the second voided: never open',
  mishap: { kind: 'voided', voidedOn: '2019-10-25', because: 'DUPLICATE' },
};
const HALL_AT_MIDNIGHT: TrapNote = {
  name: 'hall-opened-at-midnight',
  expectation: '2020-12-31T16:00:00Z is 2021-01-01 in Shanghai: not open at the end of 2020',
};
const HALL_CLOSED: TrapNote = {
  name: 'hall-closed',
  expectation: 'opened in 2018, closed in 2020: not in the stock',
};
const CLOSED_LATE: TrapNote = {
  name: 'hall-closing-recorded-late',
  expectation: 'closed on 2020-12-15, recorded 2021-02-09: open as known in January',
  mishap: { kind: 'recorded-late', recordedOn: '2021-02-09' },
};

/** The first hall of every village is its demonstration hall. */
function openHalls(count: number): Hall[] {
  const all = villages();
  const perVillage = apportion(
    count,
    all.map(() => 1),
  );
  return all.flatMap((village, v) =>
    Array.from({ length: perVillage[v]! }, (_, i): Hall => ({ village, demonstration: i === 0 })),
  );
}

function hallsOf(district: DistrictCode): Hall[] {
  const { open, closed } = PUBLISHED_COMMUNITY[district].guestHalls;
  if (open === 0) return [];
  const [first, ...others] = openHalls(open);
  const village = villages()[100]!;
  return [
    { ...first!, trap: HALL_CORRECTED },
    ...others.map((hall, i) => (i === 500 ? { ...hall, trap: HALL_TWICE } : hall)),
    ...Array.from({ length: closed }, (_, i): Hall => ({
      village,
      demonstration: false,
      opened: '2018-05-14',
      closed: i === 0 ? { on: '2020-12-15', trap: CLOSED_LATE } : { on: '2020-07-01', trap: HALL_CLOSED },
    })),
    { village, demonstration: false, opened: '2019-10-16', trap: HALL_VOIDED },
    { village, demonstration: false, opened: '2021-01-01', atMidnightUtc: true, trap: HALL_AT_MIDNIGHT },
  ];
}

export const guestHallsChapter = (district: DistrictCode): Chapter =>
  join(hallsOf(district).flatMap((hall, index) => hallEntries(district, hall, index + 1)));

function hallEntries(district: DistrictCode, hall: Hall, number: number): Chapter[] {
  const { village, demonstration, closed, atMidnightUtc } = hall;
  const ordinal = String(number).padStart(4, '0');
  const hallId = `KT${district}-${ordinal}`;
  const opened = hall.opened ?? workingDayBetween('2018-01-02', '2020-12-18', chanceOf(hallId));
  const on = (day: BusinessDay, hour: number): Circumstances => ({
    district,
    subject: hallId,
    time: at(day, hour),
    street: village.street,
  });
  const opening = draftOf(
    { ...on(opened, atMidnightUtc ? 0 : 9), utc: atMidnightUtc },
    'community.guesthall.opened',
    {
      hallId,
      name: `示例${stemOf(streetNameOf(district, village.street))}第${village.ordinal}村睦邻客堂间（第${ordinal}号）`,
      villageId: village.id,
      kind: 'VILLAGERS',
      demonstration,
    },
  );
  if (!closed) return [entry(opening, hall.trap)];
  const closing = draftOf(on(closed.on, 17), 'community.guesthall.closed', {
    hallId,
    reason: 'CEASED',
  });
  return [entry(opening, hall.trap), entry(closing, closed.trap)];
}
