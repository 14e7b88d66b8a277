import { describe, expect, it } from '@jest/globals';
import { dayOf } from '@minhai/domain';
import { expectations } from '../expectations.fixture.js';
import { ledgerEvents } from '../ledger.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';

const END = '2020-12-31';
const ALL_KNOWN = Date.parse('2030-01-01T00:00:00Z');
const MID_JANUARY = Date.parse('2021-01-16T00:00:00+08:00');

/** What stands of a type by the end of 2020: without what is voided, superseded, later or not yet known. */
function standing(district: DistrictCode, type: string, knownAt: number): any[] {
  const known = [...new Map(ledgerEvents(district).map((event) => [event.id, event])).values()].filter(
    (event) => Date.parse(event.recordedtime) <= knownAt,
  );
  const gone = new Set(known.flatMap(({ voids, correctionof }) => [voids, correctionof]));
  return known
    .filter(
      ({ id, type: full, time }) =>
        full === `cn.gov.mca.community.${type}` && !gone.has(id) && dayOf(Date.parse(time)) <= END,
    )
    .map(({ data, streetid }) => ({ ...data, street: streetid }));
}

const distinct = (rows: readonly any[], field: string): Set<string> => new Set(rows.map((row) => row[field]));
const without = (set: Set<string>, other: Set<string>): string[] => [...set].filter((key) => !other.has(key));

function counted(district: DistrictCode, knownAt = ALL_KNOWN) {
  const of = (type: string) => standing(district, type, knownAt);
  const inPost = without(distinct(of('worker.hired'), 'personRef'), distinct(of('worker.left'), 'personRef'));
  const certified = distinct(of('worker.certified'), 'personRef');
  const closed = distinct(of('guesthall.closed'), 'hallId');
  const closedSites = distinct(of('facility.closed'), 'facilityId');
  const complexes = of('facility.opened').filter(
    ({ kind, facilityId }) => kind === 'COMPREHENSIVE' && !closedSites.has(facilityId),
  );
  const halls = of('guesthall.opened').filter(({ hallId }) => !closed.has(hallId));
  return {
    workers: inPost.length,
    certifiedWorkers: inPost.filter((person) => certified.has(person)).length,
    cloudHouseholds: of('cloud.household.registered').length,
    guestHalls: halls.length,
    demonstrationHalls: halls.filter(({ demonstration }) => demonstration).length,
    socialWorkers: distinct(of('socialworker.certified'), 'personRef').size,
    boundaries: distinct(of('boundary.inspected'), 'boundaryId').size,
    complexStreets: distinct(complexes, 'street').size,
  };
}

describe('community work of 长宁', () => {
  it('comes out as published: 430 of 2000 workers are 21.5 %, no household on 社区云', () => {
    const { workers, certifiedWorkers, cloudHouseholds } = counted('310105');
    expect([workers, certifiedWorkers, cloudHouseholds]).toEqual([2000, 430, 0]);
    expect(((100 * certifiedWorkers) / workers).toFixed(1)).toBe('21.5');
  });

  it('has the events of the table: 2150 hired, 150 left, 455 certificates', () => {
    const count = (type: string) => standing('310105', `worker.${type}`, ALL_KNOWN).length;
    expect([count('hired'), count('left'), count('certified')]).toEqual([2150, 150, 455]);
  });
});

describe('community work of 青浦', () => {
  it('comes out as published: 1055 guest halls, five or six in each of 184 villages', () => {
    expect(counted('310118')).toMatchObject({ guestHalls: 1055, cloudHouseholds: 0 });
    const closed = distinct(standing('310118', 'guesthall.closed', ALL_KNOWN), 'hallId');
    const perVillage = new Map<string, number>();
    for (const { hallId, villageId } of standing('310118', 'guesthall.opened', ALL_KNOWN))
      if (!closed.has(hallId)) perVillage.set(villageId, (perVillage.get(villageId) ?? 0) + 1);
    expect([perVillage.size, new Set(perVillage.values())]).toEqual([184, new Set([5, 6])]);
  });

  it('has more certificates than certified social workers', () => {
    expect(standing('310118', 'socialworker.certified', ALL_KNOWN)).toHaveLength(418);
    expect(counted('310118').socialWorkers).toBe(386);
  });
});

describe.each(Object.keys(DISTRICTS) as DistrictCode[])('community expectations of %s', (district) => {
  const { knownOn15January2021, ...expected } = expectations(district).community;

  it('agree with the events', () => {
    expect(counted(district)).toEqual(expected);
  });

  it('differ on 15 January 2021 exactly by what was recorded later', () => {
    expect(counted(district, MID_JANUARY)).toEqual({ ...expected, ...knownOn15January2021 });
  });
});
