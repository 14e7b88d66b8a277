import { addDays, buildUsci, type BusinessDay } from '@minhai/domain';
import type { SocialorgKind } from '@minhai/schemas';
import { apportion, apportionedList } from '../chance/apportion.js';
import { workingDayBetween } from '../chance/calendar.js';
import { type Chance, chanceOf } from '../chance/seeded.js';
import type { TrapNote } from '../posting/chapter.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';
import { type Career, CHANGNING_CAREERS, QINGPU_CAREERS } from './careers.js';

/** What is published of a district's social organisations at 2020-12-31. */
export interface PublishedOrganisations {
  readonly everRegistered: number;
  readonly kinds: readonly (readonly [SocialorgKind, number])[];
  readonly careers: readonly Career[];
  /** As known on 2021-01-15, before the late departure and the corrected rating of February. */
  readonly knownOn15January: {
    readonly stock: number;
    readonly everThreeA: number;
    readonly validThreeA: number;
  };
}

export const PUBLISHED_ORGANISATIONS: Readonly<Record<DistrictCode, PublishedOrganisations>> = {
  '310105': {
    everRegistered: 821,
    kinds: [
      ['ASSOCIATION', 228],
      ['PRIVATE_NON_ENTERPRISE', 588],
      ['FOUNDATION', 5],
    ],
    careers: CHANGNING_CAREERS,
    knownOn15January: { stock: 794, everThreeA: 146, validThreeA: 136 },
  },
  '310118': {
    everRegistered: 928,
    kinds: [
      ['ASSOCIATION', 301],
      ['PRIVATE_NON_ENTERPRISE', 624],
      ['FOUNDATION', 3],
    ],
    careers: QINGPU_CAREERS,
    knownOn15January: { stock: 906, everThreeA: 117, validThreeA: 108 },
  },
};

export interface Organisation {
  /** From 1; the synthetic organisation body. */
  readonly number: number;
  readonly street: string;
  readonly kind: SocialorgKind;
  readonly registered: BusinessDay;
  readonly atMidnightUtc?: true;
  readonly trap?: TrapNote;
  readonly career?: Career;
}

const CATEGORIES: Readonly<Record<SocialorgKind, string>> = {
  ASSOCIATION: '51',
  PRIVATE_NON_ENTERPRISE: '52',
  FOUNDATION: '53',
};

export const usciOf = (district: DistrictCode, { kind, number }: Organisation): string =>
  buildUsci(CATEGORIES[kind] + district, String(number).padStart(8, '0'));

const FIRST_YEAR = 2004;
const LAST_YEAR = 2020;
/** Old enough for every rating of the ledger: an organisation applies after two years. */
const RATED_SINCE_AT_LATEST: BusinessDay = '2010-12-31';
const LEFT_SINCE_AT_LATEST: BusinessDay = '2015-12-31';

/** All organisations ever registered by the end of 2020, and two that must not count among them. */
export function organisationsOf(district: DistrictCode): Organisation[] {
  const { everRegistered, careers } = PUBLISHED_ORGANISATIONS[district];
  const chance = chanceOf(`organisations|${district}`);
  const days = registrationDays(everRegistered, chance);
  const lives = careersByDay(days, careers, chance);
  const base = plainOrganisations(district, days, chance).map((organisation, index) => ({
    ...organisation,
    ...(lives.has(index) && { career: lives.get(index)! }),
    ...(index === everRegistered - 7 && { trap: DELIVERED_TWICE }),
    ...(index === 40 && { trap: NAME_CORRECTED }),
  }));
  const street = DISTRICTS[district].streets[0]!.code;
  return [
    ...base,
    {
      number: everRegistered + 1,
      street,
      kind: 'ASSOCIATION',
      registered: '2019-06-12',
      trap: REGISTRATION_VOIDED,
    },
    {
      number: everRegistered + 2,
      street,
      kind: 'PRIVATE_NON_ENTERPRISE',
      registered: '2021-01-01',
      atMidnightUtc: true,
      trap: REGISTERED_AT_MIDNIGHT,
    },
  ];
}

function registrationDays(count: number, chance: Chance): BusinessDay[] {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);
  const perYear = apportion(
    count,
    years.map(() => chance.between(8, 12)),
  );
  const days = years.flatMap((year, i) =>
    Array.from({ length: perYear[i]! }, () => workingDayBetween(`${year}-02-02`, `${year}-12-21`, chance)),
  );
  return days.sort();
}

function plainOrganisations(
  district: DistrictCode,
  days: readonly BusinessDay[],
  chance: Chance,
): Organisation[] {
  const kinds = chance.shuffled(apportionedList(days.length, PUBLISHED_ORGANISATIONS[district].kinds));
  const streets = chance.shuffled(
    apportionedList(
      days.length,
      DISTRICTS[district].streets.map(({ code, committees }) => [code, committees] as const),
    ),
  );
  return days.map((registered, i) => ({ number: i + 1, street: streets[i]!, kind: kinds[i]!, registered }));
}

/** Which organisation (by index) leads which life: rated ones among the oldest, leavers among the older. */
function careersByDay(
  days: readonly BusinessDay[],
  careers: readonly Career[],
  chance: Chance,
): Map<number, Career> {
  const lives = new Map<number, Career>();
  const rated = (career: Career): boolean => career.steps[0]!.kind === 'rated';
  for (const [latest, group] of [
    [RATED_SINCE_AT_LATEST, careers.filter(rated)],
    [LEFT_SINCE_AT_LATEST, careers.filter((career) => !rated(career))],
  ] as const) {
    const free = chance.shuffled([...days.keys()].filter((i) => days[i]! <= latest && !lives.has(i)));
    const wanted = group.flatMap((career) => Array<Career>(career.count).fill(career));
    wanted.forEach((career, i) => lives.set(free[i]!, career));
  }
  return lives;
}

const DELIVERED_TWICE: TrapNote = {
  name: 'registration-delivered-twice',
  expectation: 'same id, same bytes: one organisation',
  mishap: { kind: 'delivered-twice', again: addDays('2020-12-31', -3) },
};
const NAME_CORRECTED: TrapNote = {
  name: 'registration-corrected',
  expectation: 'the name is corrected a month later: one organisation',
  mishap: { kind: 'corrected', first: { name: '示例（名称录入有误）' }, correctedOn: '2005-03-14' },
};
const REGISTRATION_VOIDED: TrapNote = {
  name: 'registration-voided',
  expectation: 'a test entry, its void arrives first: not among the ever registered',
  mishap: { kind: 'voided', voidedOn: '2019-06-20', because: 'TEST', voidArrivesFirst: true },
};
const REGISTERED_AT_MIDNIGHT: TrapNote = {
  name: 'registered-at-midnight',
  expectation: '2020-12-31T16:00:00Z is 2021-01-01 in Shanghai: not registered by the end of 2020',
};
