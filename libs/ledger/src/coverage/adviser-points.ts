import type { BusinessDay } from '@minhai/domain';
import { workingDayBetween } from '../chance/calendar.js';
import { chanceOf } from '../chance/seeded.js';
import { institutionIdOf } from '../eldercare/institution.js';
import { institutionsOf } from '../eldercare/ordinary-institutions.js';
import type { TrapNote } from '../posting/chapter.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';

/** An invented adviser point: the street's own, or one of an institution in it. */
export interface AdviserPoint {
  readonly street: string;
  readonly opened: BusinessDay;
  readonly closed?: BusinessDay;
  /** Null: the street's own. */
  readonly institutionId: string | null;
  readonly trap?: TrapNote;
}

const MOVED: TrapNote = {
  name: 'adviser-point-replaced',
  expectation: 'closed on 2020-05-08, a new one opened on 2020-05-11: the street is covered again',
};
const OF_INSTITUTION: TrapNote = {
  name: 'adviser-point-of-an-institution',
  expectation: 'the only point in its street belongs to an institution: the street has none of its own',
};
const REPLACED_AT = 1;
const WITHOUT_OWN = 7;

/** A point of its own in every street but the 8th; coverage of 2020 is published nowhere. */
export function adviserPointsOf(district: DistrictCode): AdviserPoint[] {
  const chance = chanceOf(`adviser-points|${district}`);
  return DISTRICTS[district].streets.flatMap(({ code: street }, index): AdviserPoint[] => {
    const opened = workingDayBetween('2018-05-07', '2019-09-27', chance);
    if (index === WITHOUT_OWN) {
      const number =
        institutionsOf(district).findIndex((it) => it.street === street && it.opened < opened) + 1;
      return [{ street, opened, institutionId: institutionIdOf(district, number), trap: OF_INSTITUTION }];
    }
    if (index !== REPLACED_AT) return [{ street, opened, institutionId: null }];
    return [
      { street, opened, closed: '2020-05-08', institutionId: null, trap: MOVED },
      { street, opened: '2020-05-11', institutionId: null, trap: MOVED },
    ];
  });
}
