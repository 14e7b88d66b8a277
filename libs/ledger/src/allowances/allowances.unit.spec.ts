import { describe, expect, it } from '@jest/globals';
import { expectations } from '../expectations.fixture.js';
import { effective, MID_JANUARY } from '../oracle.fixture.js';

const district = '310105';
const fenUntil = (last: string, knownAt?: number): number =>
  effective(district, 'eldercare.allowance.reported', knownAt)
    .filter(({ day }) => day <= last)
    .reduce((sum, { data }) => sum + data.amountFen, 0);

describe('elder allowances of 长宁', () => {
  it('come to 11.12 亿元 over 2016–2020, to the fen', () => {
    const { fen2016To2020, knownOn15January } = expectations(district).allowances;
    expect(fenUntil('2020-12-31')).toBe(111_200_000_000);
    expect(fen2016To2020).toBe(111_200_000_000);
    expect(fenUntil('2020-12-31', MID_JANUARY)).toBe(knownOn15January.fen2016To2020);
  });

  it('go on in the next plan', () => {
    expect(fenUntil('2021-12-31')).toBeGreaterThan(111_200_000_000);
  });
});
