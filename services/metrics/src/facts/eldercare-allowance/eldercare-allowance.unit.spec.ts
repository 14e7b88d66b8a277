import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { fact } from './eldercare-allowance.fact.js';
import { REPORTED } from './monthly-reports.js';

const reported = (region: string, amountFen: number, recorded = '2020-07-10') =>
  factEvent(
    REPORTED,
    { region, ageBand: 'AGE_80_89', period: '2020-06', persons: 3, amountFen },
    { time: '2020-06-30', recorded, street: region.length > 6 ? region : undefined },
  );
const paid = (time: string) =>
  factEvent(
    'cn.gov.mca.eldercare.allowance.paid',
    { personRef: 'per_00000001', period: '2020-06', ageBand: 'AGE_80_89', amountFen: 18_000 },
    { time },
  );

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('k');
const amounts = (...events: FactEvent<any>[]) =>
  fold(...events).rows.map(({ street, dims, amount }) => [street, dims['basis'], amount]);
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => [rule, detail['case'] ?? '']);

describe('elder allowances', () => {
  it('given reports of streets, counts each in its month', () => {
    expect(amounts(reported('310105001', 500), reported('310105002', 700))).toEqual([
      ['310105001', 'REPORT', 500],
      ['310105002', 'REPORT', 700],
    ]);
    expect(fold(reported('310105001', 500)).rows).toMatchObject([{ validFrom: '2020-06-30' }]);
  });

  it('given a region reported again, what was recorded last holds', () => {
    const history = [reported('310105001', 900, '2020-07-12'), reported('310105001', 500, '2020-07-10')];
    expect(amounts(...history)).toEqual([['310105001', 'REPORT', 900]]);
    expect(cases(...history)).toEqual([['PERIOD_RESTATED', '']]);
  });

  it('given the district beside its streets, counts the total once', () => {
    const streets = [reported('310105001', 500), reported('310105002', 700)];
    expect(amounts(...streets, reported('310105', 1200))).toHaveLength(2);
    expect(cases(...streets, reported('310105', 1200))).toEqual([]);
    expect(amounts(...streets, reported('310105', 1300)).at(-1)).toEqual(['unknown', 'REPORT', 100]);
    expect(cases(...streets, reported('310105', 1300))).toEqual([
      ['AFTER_MISMATCH', 'district and streets differ'],
    ]);
    expect(amounts(reported('310105', 1300))).toEqual([['unknown', 'REPORT', 1300]]);
  });

  it('given a month reported after the end of the next, reports the delay', () => {
    expect(cases(reported('310105001', 500, '2020-08-10'))).toEqual([['LATE_REPORT', '']]);
  });

  it('given two payments for one month, counts both and reports the second', () => {
    expect(amounts(paid('2020-06-20'), paid('2020-06-25'))).toEqual([
      ['310105001', 'PAYMENT', 18_000],
      ['310105001', 'PAYMENT', 18_000],
    ]);
    expect(cases(paid('2020-06-20'), paid('2020-06-25'))).toEqual([['LIMIT', 'paid twice for a month']]);
  });

  it('keeps a person’s month and a district’s month apart', () => {
    expect(fact.reads[REPORTED]!(reported('310105001', 1))).toEqual(['310105:AGE_80_89:2020-06']);
    expect(fact.reads['cn.gov.mca.eldercare.allowance.paid']!(paid('2020-06-20'))).toEqual([
      'per_00000001:2020-06',
    ]);
  });
});
