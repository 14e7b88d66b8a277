import { describe, expect, it } from '@jest/globals';
import { expectations } from '../expectations.fixture.js';
import { type Effective, effective, grouped, MID_JANUARY } from '../oracle.fixture.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';

const END = '2020-12-31';
const upTo = (district: DistrictCode, type: string, knownAt?: number): Effective[] =>
  effective(district, `eldercare.carer.${type}`, knownAt).filter(({ day }) => day <= END);
const personsOf = (events: readonly Effective[]): Set<string> =>
  new Set(events.map(({ data }) => data.personRef));

/** Persons with more employments begun than ended. */
function activeOn31December(district: DistrictCode, knownAt?: number): Set<string> {
  const ended = grouped(upTo(district, 'left', knownAt), ({ data }) => data.personRef as string);
  const begun = grouped(upTo(district, 'registered', knownAt), ({ data }) => data.personRef as string);
  return new Set(
    [...begun]
      .filter(([person, jobs]) => jobs.length > (ended.get(person)?.length ?? 0))
      .map(([person]) => person),
  );
}

function certifiedOn31December(district: DistrictCode, knownAt?: number): Set<string> {
  const expired = new Set(upTo(district, 'certificate.expired', knownAt).map(({ data }) => data.certNo));
  return personsOf(
    upTo(district, 'certified', knownAt).filter(
      ({ data }) => (data.validTo ?? '9999') >= END && !expired.has(data.certNo),
    ),
  );
}

function counts(district: DistrictCode, knownAt?: number) {
  const active = activeOn31December(district, knownAt);
  const certified = [...certifiedOn31December(district, knownAt)].filter((person) => active.has(person));
  return { active: active.size, certified: certified.length };
}

function hires(district: DistrictCode) {
  const trained = new Map(
    effective(district, 'eldercare.carer.trained').map(({ data }) => [data.carerId, data.completedOn]),
  );
  const hired = upTo(district, 'registered').filter(({ day }) => day >= '2020-01-01');
  const inTime = hired.filter(({ data }) => (trained.get(data.carerId) ?? '9999') <= data.hiredOn);
  return { hiredIn2020: hired.length, trainedInTime: inTime.length };
}

describe.each(Object.keys(DISTRICTS) as DistrictCode[])('carers of %s', (district) => {
  const { knownOn15January, ...expected } = expectations(district).carers;

  it('come out as expected', () => {
    expect({ ...counts(district), ...hires(district) }).toEqual(expected);
    expect(counts(district, MID_JANUARY)).toEqual(knownOn15January);
  });
});

describe('carers as published', () => {
  it('长宁: 1260 registered, 60 left, 905 certified of whom 30 left and 5 expired; 870 of 1200', () => {
    const district = '310105';
    const active = activeOn31December(district);
    const registered = personsOf(upTo(district, 'registered'));
    const certified = personsOf(upTo(district, 'certified'));
    const valid = certifiedOn31December(district);
    expect([registered.size, registered.size - active.size]).toEqual([1260, 60]);
    expect(certified.size).toBe(905);
    expect([...certified].filter((person) => !active.has(person))).toHaveLength(30);
    expect([...certified].filter((person) => active.has(person) && !valid.has(person))).toHaveLength(5);
    expect(((100 * counts(district).certified) / active.size).toFixed(1)).toBe('72.5');
  });

  it('青浦: 1040 registered, 40 left; 800 of 1000', () => {
    const registered = personsOf(upTo('310118', 'registered'));
    expect([registered.size, counts('310118')]).toEqual([1040, { active: 1000, certified: 800 }]);
  });
});
