import { describe, expect, it } from '@jest/globals';
import { expectations } from '../expectations.fixture.js';
import { ledgerEvents, ledgerTraps } from '../ledger.js';
import { type Effective, effective, grouped, MID_JANUARY } from '../oracle.fixture.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';

// An oracle of its own, as in figures.unit.spec: it knows the rules of each count, and nothing of the tables.

const END = '2020-12-31';
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const upTo = (district: DistrictCode, type: string, knownAt?: number): Effective[] =>
  effective(district, `eldercare.${type}`, knownAt).filter(({ day }) => day <= END);

function openInstitutions(district: DistrictCode, knownAt?: number): any[] {
  const closed = new Set(upTo(district, 'institution.closed', knownAt).map(({ data }) => data.institutionId));
  return upTo(district, 'institution.opened', knownAt)
    .map(({ data }) => data)
    .filter(({ institutionId }) => !closed.has(institutionId));
}

function occupied(district: DistrictCode, knownAt?: number): any[] {
  const left = new Set(upTo(district, 'resident.discharged', knownAt).map(({ data }) => data.stayId));
  return upTo(district, 'resident.admitted', knownAt)
    .map(({ data }) => data)
    .filter(({ stayId }) => !left.has(stayId));
}

function watched(district: DistrictCode, knownAt?: number): number {
  const open = new Set(openInstitutions(district, knownAt).map(({ institutionId }) => institutionId));
  const states = upTo(district, 'safety.monitoring.changed', knownAt).sort((a, b) =>
    a.day < b.day ? -1 : 1,
  );
  const newest = new Map(states.map(({ data }) => [data.institutionId, data]));
  return [...newest].filter(([id, { online, hours24 }]) => open.has(id) && online && hours24).length;
}

const chains = (district: DistrictCode, knownAt?: number): number =>
  [...grouped(openInstitutions(district, knownAt), ({ chainBrand }) => chainBrand ?? '')].filter(
    ([brand, members]) => brand !== '' && members.length >= 2,
  ).length;

const reported = (district: DistrictCode, of: 'persons' | 'listed', knownAt?: number): number =>
  sum(upTo(district, 'visit.reported', knownAt).map(({ data }) => data[of]));

const counts = (district: DistrictCode, knownAt?: number) => ({
  occupiedBeds: occupied(district, knownAt).length,
  occupiedNursingBeds: occupied(district, knownAt).filter(({ bedType }) => bedType === 'NURSING').length,
  watchedInstitutions: watched(district, knownAt),
  chainOperators: chains(district, knownAt),
  visitedPersons: reported(district, 'persons', knownAt),
  listedPersons: reported(district, 'listed', knownAt),
});

describe.each(Object.keys(DISTRICTS) as DistrictCode[])('services of elder care of %s', (district) => {
  const { knownOn15January2021, homesWithHospital, ...expected } = expectations(district).eldercareServices;

  it('agree with the events, now and as known on 15 January 2021', () => {
    expect(counts(district)).toEqual(expected);
    expect(counts(district, MID_JANUARY)).toEqual(knownOn15January2021);
    expect(openInstitutions(district).filter((it) => it.hasNursingHospital)).toHaveLength(homesWithHospital);
  });
});

describe('services of elder care of 青浦', () => {
  const district = '310118';

  it('has the 8 homes with a nursing hospital that are published', () => {
    expect(openInstitutions(district).filter((it) => it.hasNursingHospital)).toHaveLength(8);
  });

  it('fills one house to 80 % and never beyond its beds', () => {
    const house = occupied(district).filter(
      ({ institutionId }) => institutionId === occupied(district)[0].institutionId,
    );
    expect(house).toHaveLength(238);
    expect(new Set(house.map(({ personRef }) => personRef)).size).toBe(238);
  });

  it('counts single visits within what their street reported', () => {
    const single = upTo(district, 'visit.completed');
    expect(single).toHaveLength(10);
    const report = upTo(district, 'visit.reported').find(
      ({ data }) =>
        data.region === '310118109' && data.category === 'LIVING_ALONE' && data.period === '2020-12',
    )!;
    expect(report.data.visits).toBeGreaterThanOrEqual(single.length);
    expect(report.data.persons).toBeGreaterThanOrEqual(
      new Set(single.map(({ data }) => data.personRef)).size,
    );
  });

  it('would be wrong for a reader who walks into its traps', () => {
    const trapped = (name: string) => {
      const ids = new Set(ledgerTraps(district).find((trap) => trap.name === name)!.eventIds);
      return ledgerEvents(district).filter(({ id }) => ids.has(id));
    };
    for (const name of ['stay-delivered-twice', 'visits-delivered-twice'])
      expect(trapped(name)).toHaveLength(2);
    expect(trapped('stay-voided').map(({ voids }) => voids !== undefined)).toEqual([false, true]);
    expect(trapped('watch-voided').map(({ voids }) => voids !== undefined)).toEqual([false, true]);
    expect(trapped('admitted-at-midnight').map(({ time }) => time)).toEqual(['2020-12-31T16:00:00Z']);
    expect(trapped('chain-brand-corrected').map(({ data }) => data['chainBrand'])).toEqual([
      '示例合寿',
      '示例和寿',
    ]);
    for (const name of ['discharge-recorded-late', 'watch-recorded-late', 'visits-recorded-late'])
      expect(trapped(name).map(({ recordedtime }) => recordedtime.slice(0, 7))).toEqual(['2021-02']);
  });
});
