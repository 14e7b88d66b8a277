import type { BusinessDay } from '@minhai/domain';
import type { AssistanceNeedGrade } from '@minhai/schemas';
import { apportionedList } from '../chance/apportion.js';
import { workingDayBetween } from '../chance/calendar.js';
import { chanceOf } from '../chance/seeded.js';
import type { TrapNote } from '../posting/chapter.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';

export type Grade = Exclude<AssistanceNeedGrade, 'UNKNOWN'>;
export type Grades = Readonly<Record<Grade, number>>;

/** Households by grade at 2020-12-31; invented, no plan prints them. */
export const NEED_GRADES: Readonly<Record<DistrictCode, Grades>> = {
  '310105': { HIGH: 24, MEDIUM: 70, LOW: 86, NONE: 40 },
  '310118': { HIGH: 20, MEDIUM: 60, LOW: 90, NONE: 50 },
};

/** One assessment of a household. */
export interface NeedAssessment {
  readonly household: number;
  readonly street: string;
  readonly on: BusinessDay;
  readonly grade: Grade;
  /** At 00:00 Shanghai, written as 16:00Z of the day before. */
  readonly atMidnightUtc?: true;
  readonly trap?: TrapNote;
  /** What was recorded first, when it was corrected later. */
  readonly firstGrade?: Grade;
}

const AGAIN: TrapNote = {
  name: 'need-assessed-again',
  expectation: 'HIGH in another street in 2019: the newest assessment counts, once, where it was made',
};
const TWICE: TrapNote = {
  name: 'need-delivered-twice',
  expectation: 'same id, same bytes: one household',
  mishap: { kind: 'delivered-twice', again: '2020-12-02' },
};
const LATE: TrapNote = {
  name: 'need-recorded-late',
  expectation: 'assessed on 2020-12-14, recorded 2021-02-03: counts, but known only from then on',
  mishap: { kind: 'recorded-late', recordedOn: '2021-02-03' },
};
const CORRECTED: TrapNote = {
  name: 'need-corrected',
  expectation: 'first recorded as LOW, corrected on 2021-02-05: HIGH all along, known only from then on',
};
const VOIDED: TrapNote = {
  name: 'need-of-the-wrong-household',
  expectation: 'entered for a household that was not visited, and voided: counts nowhere',
  mishap: { kind: 'voided', voidedOn: '2020-10-20', because: 'ERROR' },
};
const MIDNIGHT: TrapNote = {
  name: 'need-at-midnight',
  expectation: '2020-12-31T16:00:00Z is 2021 in Shanghai: not assessed by the end of 2020',
};

/** As known on 15 January 2021: one HIGH still stands as LOW, and in its stead one LOW is not recorded yet. */
export const needGradesOn15January = (district: DistrictCode): Grades => ({
  ...NEED_GRADES[district],
  HIGH: NEED_GRADES[district].HIGH - 1,
});

/** Every household of the table, the first of a grade with the traps, and two that must not count. */
export function needAssessmentsOf(district: DistrictCode): NeedAssessment[] {
  const chance = chanceOf(`needs|${district}`);
  const grades = (Object.entries(NEED_GRADES[district]) as [Grade, number][]).flatMap(([grade, count]) =>
    Array<Grade>(count).fill(grade),
  );
  const streets = chance.shuffled(
    apportionedList(
      grades.length,
      DISTRICTS[district].streets.map(({ code, committees }) => [code, committees] as const),
    ),
  );
  const firstOf = (grade: Grade): number => grades.indexOf(grade);
  const assessments = grades.map((grade, index): NeedAssessment => {
    const on = workingDayBetween('2020-01-06', '2020-11-27', chance);
    const plain: NeedAssessment = { household: index + 1, street: streets[index]!, on, grade };
    if (index === firstOf('HIGH')) return { ...plain, firstGrade: 'LOW', trap: CORRECTED };
    if (index === firstOf('MEDIUM')) return { ...plain, trap: TWICE };
    if (index === firstOf('LOW')) return { ...plain, on: '2020-12-14', trap: LATE };
    return index === firstOf('NONE') ? { ...plain, trap: AGAIN } : plain;
  });
  const again = assessments[firstOf('NONE')]!;
  const elsewhere = DISTRICTS[district].streets.find(({ code }) => code !== again.street)!.code;
  const other = { street: streets[0]!, grade: 'HIGH' } as const;
  return [
    { ...again, street: elsewhere, on: '2019-05-13', grade: 'HIGH', trap: AGAIN },
    ...assessments,
    { ...other, household: grades.length + 1, on: '2020-10-12', trap: VOIDED },
    { ...other, household: grades.length + 2, on: '2021-01-01', atMidnightUtc: true, trap: MIDNIGHT },
  ];
}
