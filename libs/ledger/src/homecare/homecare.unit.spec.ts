import { describe, expect, it } from '@jest/globals';
import { expectations } from '../expectations.fixture.js';
import { type Effective, effective, MID_JANUARY } from '../oracle.fixture.js';

const district = '310118';

/** Grants with a month of service in 2020. */
function grantsIn2020(knownAt?: number): Effective[] {
  const ended = new Map(
    effective(district, 'eldercare.homecare.ended', knownAt).map(({ data }) => [
      data.grantId,
      data.fromMonth,
    ]),
  );
  return effective(district, 'eldercare.homecare.granted', knownAt).filter(
    ({ data }) => data.fromMonth <= '2020-12' && (ended.get(data.grantId) ?? '9999') > '2020-01',
  );
}
const personsOf = (grants: readonly Effective[]): number =>
  new Set(grants.map(({ data }) => data.personRef)).size;

describe('home care of 青浦', () => {
  it('comes out as published: 6 066 distinct persons, 6 420 grants', () => {
    const grants = grantsIn2020();
    expect([personsOf(grants), grants.length]).toEqual([6066, 6420]);
    const { persons, knownOn15January, ...rest } = expectations(district).homecare;
    expect({ persons, ...rest }).toEqual({ persons: 6066, grants: 6420 });
    expect(personsOf(grantsIn2020(MID_JANUARY))).toBe(knownOn15January.persons);
  });
});
