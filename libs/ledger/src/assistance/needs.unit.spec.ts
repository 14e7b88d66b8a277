import { describe, expect, it } from '@jest/globals';
import { expectations } from '../expectations.fixture.js';
import { type Effective, effective, grouped, MID_JANUARY } from '../oracle.fixture.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';

const END = '2020-12-31';
const districts = Object.keys(DISTRICTS) as DistrictCode[];

/** The newest assessment of each household by the end of 2020. */
function newest(district: DistrictCode, knownAt?: number): Effective[] {
  const all = effective(district, 'assistance.need.assessed', knownAt).filter(({ day }) => day <= END);
  return [...grouped(all, ({ data }) => data.householdRef as string).values()].map((assessments) =>
    assessments.reduce((a, b) => (b.day > a.day ? b : a)),
  );
}

function grades(assessments: readonly Effective[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { data } of assessments) counts[data.grade] = (counts[data.grade] ?? 0) + 1;
  return counts;
}

describe.each(districts)('needs of %s', (district) => {
  const { needs } = expectations(district);

  it('come to the grades of the table, and to others on 15 January 2021', () => {
    expect(grades(newest(district))).toEqual(needs.grades);
    expect(grades(newest(district, MID_JANUARY))).toEqual(needs.knownOn15January2021);
  });

  it('lie in every street, with every grade in the district and each of the ten scores as the worst', () => {
    const all = newest(district);
    expect(new Set(all.map(({ event }) => event.streetid))).toEqual(
      new Set(DISTRICTS[district].streets.map(({ code }) => code)),
    );
    const scores = Object.keys(all[0]!.data).filter((name) => name.endsWith('Score'));
    expect(scores).toHaveLength(10);
    for (const score of scores)
      expect(all.some(({ data }) => scores.every((name) => data[name] <= data[score]))).toBe(true);
  });
});
