import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { CHECKED, GRANTED, STANDARD, fact } from './assistance-ceiling.fact.js';

const standard = (effectiveMonth: string, amountFen: number, region = '310000') =>
  factEvent(
    STANDARD,
    { region, item: 'DIBAO', effectiveMonth, amountFen, legalBasis: '示例' },
    { time: `${effectiveMonth}-01`, street: undefined },
  );
const checked = (incomeFenPerMonth: number, caseId = 'c-1', time = '2020-05-20') =>
  factEvent(
    CHECKED,
    {
      checkId: 'e-1',
      caseId,
      result: 'MEETS',
      incomeFenPerMonth,
      assetsFen: 0,
      reportValidTo: '2020-11-20',
      layer: null,
    },
    { time },
  );
const granted = (amountFenPerMonth: number, effectiveMonth = '2020-06', category = 'DIBAO') =>
  factEvent(
    GRANTED,
    {
      caseId: 'c-1',
      householdRef: 'hh_00000001',
      item: 'DIBAO',
      category,
      persons: 2,
      amountFenPerMonth,
      effectiveMonth,
      validTo: null,
      approver: 'op-1',
      acceptor: null,
    },
    { time: `${effectiveMonth}-01` },
  );
const findings = (...events: FactEvent<any>[]) =>
  givenHistory(fact, events)
    .folded('2020-06:0')
    .findings.map(({ detail }) => [detail['case'], detail['allowedFen'], detail['grantedFen']]);

describe('ceiling of the minimum living allowance', () => {
  it('given standard × persons less income, that much is allowed and a fen more is reported', () => {
    const known = [standard('2019-04', 116_000), checked(52_000)];
    expect(findings(...known, granted(180_000))).toEqual([]);
    expect(findings(...known, granted(180_001))).toEqual([
      ['more than standard less income', 180_000, 180_001],
    ]);
  });

  it('given no income on record, the standard is the limit; given another case’s, it does not matter', () => {
    expect(findings(standard('2019-04', 116_000), granted(232_000))).toEqual([]);
    expect(findings(standard('2019-04', 116_000), checked(52_000, 'c-2'), granted(232_000))).toEqual([]);
    expect(findings(standard('2019-04', 116_000), granted(232_001))).toHaveLength(1);
  });

  it('given a report after the approval, it does not judge it', () => {
    const late = checked(52_000, 'c-1', '2020-06-02');
    expect(findings(standard('2019-04', 116_000), late, granted(232_000))).toEqual([]);
  });

  it('given several standards, the one of the month and the nearest region holds', () => {
    const raised = [standard('2019-04', 116_000), standard('2020-07', 124_000)];
    expect(findings(...raised, granted(248_000, '2020-07'))).toEqual([]);
    expect(findings(...raised, granted(248_000, '2020-06'))).toHaveLength(1);
    expect(findings(...raised, standard('2020-01', 130_000, '310105'), granted(260_000))).toEqual([]);
  });

  it('given no standard, judges nothing', () => {
    expect(findings(granted(9_999_999))).toEqual([]);
  });

  it('brings together what speaks of one case and month', () => {
    const [key] = fact.reads[GRANTED]!(granted(1));
    expect(fact.reads[STANDARD]!(standard('2019-04', 1))).toContain(key);
    expect(fact.reads[CHECKED]!(checked(1))).toContain(key);
    expect(fact.reads[CHECKED]!(checked(1, 'c-1', '2019-12-20'))).toContain(key);
    expect(fact.reads[STANDARD]!(standard('2018-06', 1))).not.toContain(key);
    expect(fact.reads[GRANTED]!(granted(1, '2020-06', 'TEKUN'))).toEqual([]);
  });
});
