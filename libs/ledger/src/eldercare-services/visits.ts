import type { BusinessMonth } from '@minhai/domain';
import type { VisitCategory } from '@minhai/schemas';
import { chanceOf, digestOf } from '../chance/seeded.js';
import type { TrapNote } from '../posting/chapter.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';

/** What a street reports of one category and month. */
export interface VisitReport {
  readonly street: string;
  readonly category: VisitCategory;
  readonly month: BusinessMonth;
  readonly listed: number;
  readonly persons: number;
  readonly visits: number;
  readonly trap: TrapNote | undefined;
}

/** A visit recorded by itself; its street reports it too. */
export interface Visit {
  readonly personRef: string;
  readonly on: string;
  readonly category: VisitCategory;
}

const MONTHS: readonly BusinessMonth[] = ['2020-10', '2020-11', '2020-12'];
const CATEGORIES: readonly VisitCategory[] = ['CHILDLESS', 'OLDEST_OLD', 'LIVING_ALONE'];

/** Figures that were first reported wrongly: five persons too few. */
const LESS = 5;

const TRAPS: Readonly<Record<string, TrapNote>> = {
  '310118001|LIVING_ALONE|2020-11': {
    name: 'visits-delivered-twice',
    expectation: 'same id, same bytes: the month counts once',
    mishap: { kind: 'delivered-twice', again: '2020-12-21' },
  },
  '310118103|OLDEST_OLD|2020-12': {
    name: 'visits-recorded-late',
    expectation: 'reported on 2021-02-09: of 2020, but known only from then on',
    mishap: { kind: 'recorded-late', recordedOn: '2021-02-09' },
  },
};
const CORRECTED = '310118106|CHILDLESS|2020-10';

/** The street whose visits are recorded one by one as well. */
export const RECORDING_STREET = '310118109';
export const RECORDED_ONE_BY_ONE: TrapNote = {
  name: 'visits-within-the-report',
  expectation: 'single visits are part of what their street reports: they add nothing to it',
};

/** 青浦 alone names the figure; reports begin in October 2020. */
export const visitReportsOf = (district: DistrictCode): VisitReport[] =>
  district === '310118'
    ? DISTRICTS[district].streets.flatMap(({ code }) =>
        CATEGORIES.flatMap((category) => MONTHS.map((month) => reportOf(code, category, month))),
      )
    : [];

function reportOf(street: string, category: VisitCategory, month: BusinessMonth): VisitReport {
  const key = `${street}|${category}|${month}`;
  const listed = chanceOf(`visits|${street}|${category}`).between(40, 160);
  const chance = chanceOf(`visits|${key}`);
  const persons = listed - chance.between(0, 4);
  const visits = persons * 2 + chance.between(0, 20);
  return { street, category, month, listed, persons, visits, trap: trapOf(key, persons) };
}

const trapOf = (key: string, persons: number): TrapNote | undefined =>
  key === CORRECTED
    ? {
        name: 'visits-corrected',
        expectation: 'first reported five persons too few, corrected on 2021-02-10',
        mishap: { kind: 'corrected', first: { persons: persons - LESS }, correctedOn: '2021-02-10' },
      }
    : TRAPS[key];

/** Eight persons of 重固 in December 2020, two of them visited twice. */
export const visitsOf = (district: DistrictCode): Visit[] =>
  district === '310118'
    ? [1, 2, 3, 4, 5, 6, 7, 8, 1, 2].map((number, index) => ({
        personRef: `per_${digestOf(`visited|${number}`).toString('hex', 0, 8)}`,
        on: `2020-12-${String(index + 7).padStart(2, '0')}`,
        category: 'LIVING_ALONE',
      }))
    : [];
