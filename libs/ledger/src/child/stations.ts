import type { BusinessDay } from '@minhai/domain';
import { workingDayBetween } from '../chance/calendar.js';
import { chanceOf } from '../chance/seeded.js';
import type { TrapNote } from '../posting/chapter.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';

/** What happened to the station of a street: assessed, with a score of 100, or revoked (null). */
export interface Assessment {
  readonly street: string;
  readonly on: BusinessDay;
  readonly score: number | null;
  readonly trap?: TrapNote;
}

export const PASSING_SCORE = 80;

const RECERTIFIED: TrapNote = {
  name: 'station-revoked-and-certified-again',
  expectation: 'does not comply from 2020-04-15 to 2020-10-19, complies at the end of the year',
};
const FAILED_FIRST: TrapNote = {
  name: 'station-failed-first',
  expectation: 'an assessment that was not passed is no certification: complies from the second one on',
};
const CORRECTED: TrapNote = {
  name: 'station-result-corrected',
  expectation: 'recorded as failed, corrected on 2021-02-09: complied all along, known only from then on',
  mishap: { kind: 'corrected', first: { passed: false, score: '61' }, correctedOn: '2021-02-09' },
};

/** Every street complies at the end of 2020: by position in the list of streets the 3rd, 5th and 7th have a history. */
export function assessmentsOf(district: DistrictCode): Assessment[] {
  const chance = chanceOf(`stations|${district}`);
  return DISTRICTS[district].streets.flatMap(({ code: street }, index) => {
    const passed = (first: BusinessDay, last = first, trap?: TrapNote): Assessment => ({
      street,
      on: workingDayBetween(first, last, chance),
      score: chance.between(PASSING_SCORE + 5, 98),
      ...(trap && { trap }),
    });
    const certified = passed('2019-03-04', '2019-11-29', index === 2 ? CORRECTED : undefined);
    if (index === 4) {
      const revoked: Assessment = { street, on: '2020-04-15', score: null, trap: RECERTIFIED };
      return [certified, revoked, passed('2020-10-20', '2020-10-20', RECERTIFIED)];
    }
    if (index === 6) return [{ street, on: '2019-01-22', score: 63, trap: FAILED_FIRST }, certified];
    return [certified];
  });
}
