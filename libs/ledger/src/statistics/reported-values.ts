import type { BusinessDay } from '@minhai/domain';
import type { StatUnit } from '@minhai/schemas';
import type { TrapNote } from '../posting/chapter.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';

/** A value that a district reports because no events come to it. */
export interface ReportedValue {
  readonly indicator: string;
  /** 9 digits for a 街镇; absent: the district as a whole. */
  readonly street?: string;
  readonly period: string;
  readonly endsOn: BusinessDay;
  /** Four decimals, as every reported value. */
  readonly value: string;
  readonly unit: StatUnit;
  /** Absent: within days of the end of the period. */
  readonly recordedOn?: BusinessDay;
  readonly trap?: TrapNote;
}

export interface PublishedStatistics {
  /** District and 街镇 together: “1+11”. */
  readonly serviceCentres: number;
  /** Percent. */
  readonly newTownCoverage: number;
  /** Invented: the plan names the training, not its figure. */
  readonly digitalTraining2016To2020: number;
  /** Invented; no base is published. */
  readonly survey: { readonly valid: number; readonly satisfied: number };
  /** The same as known on 2021-01-15. */
  readonly knownOn15January: { readonly serviceCentres: number; readonly satisfied: number };
}

export const PUBLISHED_STATISTICS: Readonly<Record<DistrictCode, PublishedStatistics>> = {
  '310105': {
    serviceCentres: 0,
    newTownCoverage: 0,
    digitalTraining2016To2020: 9500,
    survey: { valid: 0, satisfied: 0 },
    knownOn15January: { serviceCentres: 0, satisfied: 0 },
  },
  '310118': {
    serviceCentres: 12,
    newTownCoverage: 71,
    digitalTraining2016To2020: 0,
    survey: { valid: 1920, satisfied: 1805 },
    knownOn15January: { serviceCentres: 11, satisfied: 1850 },
  },
};

const AGAIN: TrapNote = {
  name: 'value-reported-again',
  expectation: 'first without the centre of the district, then with it: the report recorded last holds',
};
const OF_STREETS: TrapNote = {
  name: 'values-of-streets-are-apart',
  expectation: 'each street reports its centre too: parts of the figure of the district, never added to it',
};
const HALF_YEAR: TrapNote = {
  name: 'half-year-before-the-year',
  expectation: 'a value at a date is not added to the one before: 71 at the end of the year, not 139',
};
const QUARTERS: TrapNote = {
  name: 'year-includes-its-quarters',
  expectation: 'the year was reported and so were two of its quarters: the year counts, once',
};

const END = '2020-12-31';
const centres = (value: string, rest: Partial<ReportedValue> = {}): ReportedValue => ({
  indicator: 'qpu-socialorg-service-centres',
  period: '2020',
  endsOn: END,
  value,
  unit: 'PLACE',
  ...rest,
});
const coverage = (period: string, endsOn: BusinessDay, value: string): ReportedValue => ({
  indicator: 'qpu-newtown-coverage',
  period,
  endsOn,
  value,
  unit: 'PERCENT',
  trap: HALF_YEAR,
});
const training = (period: string, endsOn: BusinessDay, value: string): ReportedValue => ({
  indicator: 'chn-digital-skills-training',
  period,
  endsOn,
  value,
  unit: 'PERSON_TIME',
  trap: QUARTERS,
});

export const REPORTED_VALUES: Readonly<Record<DistrictCode, readonly ReportedValue[]>> = {
  '310105': [
    training('2020-Q3', '2020-09-30', '4120.0000'),
    training('2020-Q4', END, '5380.0000'),
    training('2020', END, '9500.0000'),
  ],
  '310118': [
    centres('11.0000', { trap: AGAIN }),
    centres('12.0000', { recordedOn: '2021-02-10', trap: AGAIN }),
    ...DISTRICTS['310118'].streets.map(({ code }) => centres('1.0000', { street: code, trap: OF_STREETS })),
    coverage('2020-H1', '2020-06-30', '68.0000'),
    coverage('2020', END, '71.0000'),
  ],
};
