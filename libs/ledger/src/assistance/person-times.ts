import { type BusinessMonth, monthsBetween } from '@minhai/domain';
import type { ReliefBeneficiary, ReliefItem } from '@minhai/schemas';
import { apportion } from '../chance/apportion.js';
import { chanceOf } from '../chance/seeded.js';
import { type Chapter, entry, join, type TrapNote } from '../posting/chapter.js';
import type { Draft } from '../posting/cloud-event.js';
import { reportTimes } from '../posting/month-report.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';

/** 242.2 万人次 in 2016 to 2020. */
export const PERSON_TIMES_2016_TO_2020: Readonly<Record<DistrictCode, number>> = {
  '310105': 2_422_000,
  '310118': 0,
};
const MONTHS = monthsBetween('2016-01', '2020-12');
/** The items that are reported by street and month, with their part of the whole. */
const ITEMS: readonly {
  readonly item: ReliefItem;
  readonly category: ReliefBeneficiary;
  readonly weight: number;
}[] = [
  { item: 'MEDICAL', category: 'DIBAO', weight: 3 },
  { item: 'TEMPORARY', category: 'LOW_INCOME', weight: 1 },
];
/** A benefit-month or a case is on average 1.25 times a person. */
const TIMES_PER_FIVE = { times: 5, persons: 4 };
const FEN_PER_TIME = 21_500;

interface Cell {
  readonly region: string;
  readonly item: ReliefItem;
  readonly category: ReliefBeneficiary;
  readonly period: BusinessMonth;
}

const DISTRICT_TOO: TrapNote = {
  name: 'person-times-of-the-district-too',
  expectation:
    'June 2018 is reported by the district as a whole as well: its streets are in it, nothing is added',
};
const BEFORE: TrapNote = {
  name: 'person-times-before-the-plan',
  expectation: 'December 2015 is not of the years 2016 to 2020',
};
const LATE: TrapNote = {
  name: 'person-times-recorded-late',
  expectation: 'of December 2020, recorded 2021-02-03: known only from then on',
  mishap: { kind: 'recorded-late', recordedOn: '2021-02-03' },
};
const WITHDRAWN: TrapNote = {
  name: 'person-times-withdrawn',
  expectation: 'a report of an item nobody offers, entered by mistake and voided',
  mishap: { kind: 'voided', voidedOn: '2019-05-20', because: 'ERROR' },
};
const NOTES: Readonly<Record<string, TrapNote>> = {
  'MEDICAL:2017-02': {
    name: 'person-times-delivered-twice',
    expectation: 'same id, same bytes: reported once',
    mishap: { kind: 'delivered-twice', again: '2017-03-21' },
  },
  'MEDICAL:2019-09': {
    name: 'person-times-corrected',
    expectation: 'first reported in tens: the corrected count holds',
    mishap: { kind: 'corrected', first: { persons: 200, personTimes: 300 }, correctedOn: '2019-10-22' },
  },
  'TEMPORARY:2020-12': LATE,
};

function reportDraft(
  district: DistrictCode,
  { region, item, category, period }: Cell,
  personTimes: number,
): Draft<'assistance.benefit.reported'> {
  const persons = Math.ceil((personTimes * TIMES_PER_FIVE.persons) / TIMES_PER_FIVE.times);
  return {
    district,
    type: 'assistance.benefit.reported',
    system: 'assistance',
    subject: `${region}:${item}:${category}:${period}`,
    mark: 'reported',
    ...reportTimes(period),
    street: region === district ? undefined : region,
    data: { region, item, category, period, persons, personTimes, amountFen: personTimes * FEN_PER_TIME },
  };
}

/** One row of the table: a cell and its count. */
interface Row extends Cell {
  readonly personTimes: number;
}

function rowsOf(district: DistrictCode): Row[] {
  const chance = chanceOf(`person-times|${district}`);
  const cells = MONTHS.flatMap((period) =>
    DISTRICTS[district].streets.flatMap(({ code, committees }) =>
      ITEMS.map(({ item, category, weight }) => ({
        cell: { region: code, item, category, period },
        weight: weight * committees * chance.between(90, 110),
      })),
    ),
  );
  const counts = apportion(
    PERSON_TIMES_2016_TO_2020[district],
    cells.map(({ weight }) => weight),
  );
  return cells.map(({ cell }, i) => ({ ...cell, personTimes: counts[i]! }));
}

/** Traps stand at the first street. */
const noteOf = (district: DistrictCode, { region, item, period }: Row): TrapNote | undefined =>
  region === DISTRICTS[district].streets[0]!.code ? NOTES[`${item}:${period}`] : undefined;

/** Person-times recorded only in February 2021. */
export const latePersonTimes = (district: DistrictCode): number =>
  PERSON_TIMES_2016_TO_2020[district] === 0
    ? 0
    : rowsOf(district)
        .filter((row) => noteOf(district, row) === LATE)
        .reduce((sum, { personTimes }) => sum + personTimes, 0);

/** What 长宁 helped with in five years, by street, month and item. */
export function personTimesChapter(district: DistrictCode): Chapter {
  if (PERSON_TIMES_2016_TO_2020[district] === 0) return join([]);
  const rows = rowsOf(district);
  const first = { region: DISTRICTS[district].streets[0]!.code, category: 'LOW_INCOME' } as const;
  const medical = { region: district, item: 'MEDICAL', category: 'DIBAO' } as const;
  const ofJune = rows.filter(({ item, period }) => item === 'MEDICAL' && period === '2018-06');
  return join([
    ...rows.map((row) => entry(reportDraft(district, row, row.personTimes), noteOf(district, row))),
    entry(
      reportDraft(
        district,
        { ...medical, period: '2018-06' },
        ofJune.reduce((sum, { personTimes }) => sum + personTimes, 0),
      ),
      DISTRICT_TOO,
    ),
    entry(reportDraft(district, { ...medical, period: '2015-12' }, 39_000), BEFORE),
    entry(reportDraft(district, { ...first, item: 'DISASTER', period: '2019-04' }, 500), WITHDRAWN),
  ]);
}
