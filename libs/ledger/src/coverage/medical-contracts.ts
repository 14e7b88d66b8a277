import { addDays, type BusinessDay } from '@minhai/domain';
import { workingDayFrom } from '../chance/calendar.js';
import { chanceOf } from '../chance/seeded.js';
import { type Institution, institutionIdOf } from '../eldercare/institution.js';
import { institutionsOf } from '../eldercare/ordinary-institutions.js';
import type { TrapNote } from '../posting/chapter.js';
import type { DistrictCode } from '../reference/districts.js';

/** An invented contract of an institution with the community health centre of its street. */
export interface MedicalContract {
  readonly institutionId: string;
  readonly street: string;
  readonly within: boolean;
  readonly signed: BusinessDay;
  readonly validTo?: BusinessDay;
  /** The day on which the institution closed. */
  readonly ended?: BusinessDay;
  readonly trap?: TrapNote;
}

const RUN_OUT: TrapNote = {
  name: 'medical-contract-run-out',
  expectation: 'validTo 2020-10-31 and not renewed: not contracted at the end of the year',
};
const RENEWED: TrapNote = {
  name: 'medical-contract-renewed',
  expectation: 'signed anew before it ran out: one institution, contracted throughout',
};
/** One institution in so many has no contract. */
const WITHOUT = 5;
const FIRST_YEAR: BusinessDay = '2017-03-01';

/** Contracts of a district, in the order of its institutions; coverage of 2020 is published nowhere. */
export const medicalContractsOf = (district: DistrictCode): MedicalContract[] =>
  institutionsOf(district).flatMap((institution, index) =>
    institution.homeBeds ? [] : contractsOf(district, institution, index + 1),
  );

function contractsOf(district: DistrictCode, institution: Institution, number: number): MedicalContract[] {
  if (number % WITHOUT === 0) return [];
  const { street, opened, closed, hasNursingHospital } = institution;
  const institutionId = institutionIdOf(district, number);
  const chance = chanceOf(`medical-contract|${institutionId}`);
  const since = opened > FIRST_YEAR ? opened : FIRST_YEAR;
  const contract: MedicalContract = {
    institutionId,
    street,
    within: hasNursingHospital ?? false,
    signed: workingDayFrom(addDays(since, chance.between(20, 70))),
    ...(closed && { ended: closed }),
  };
  if (number === 1) return [{ ...contract, validTo: '2020-10-31', trap: RUN_OUT }];
  if (number === 2) {
    const renewal = { ...contract, signed: '2020-06-15' };
    return [
      { ...contract, validTo: '2020-06-30', trap: RENEWED },
      { ...renewal, trap: RENEWED },
    ];
  }
  return [contract];
}
