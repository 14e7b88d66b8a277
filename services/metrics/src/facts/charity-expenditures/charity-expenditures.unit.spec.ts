import { describe, expect, it } from '@jest/globals';
import { factEvent, givenHistory } from '@minhai/testing';
import { SPENT, fact } from './charity-expenditures.fact.js';

const spent = (cashFen: number, inKindFen: number, time = '2020-05-01', recorded = time) =>
  factEvent(
    SPENT,
    { receiptNo: 'r-1', usci: null, purpose: 'CARE', cashFen, inKindFen, restrictedProject: null },
    { time, recorded },
  );
const fold = (...events: ReturnType<typeof spent>[]) => givenHistory(fact, events).folded('r-1');

describe('charity expenditure', () => {
  it('given money and goods, counts each once, in fen', () => {
    expect(fold(spent(100, 5)).rows).toMatchObject([
      { amount: 100, dims: { form: 'CASH', purpose: 'CARE' }, validFrom: '2020-05-01' },
      { amount: 5, dims: { form: 'IN_KIND' } },
    ]);
    expect(fold(spent(0, 5)).rows).toHaveLength(1);
  });

  it('given a number used twice or a late entry, reports it', () => {
    const rules = (...events: ReturnType<typeof spent>[]) =>
      fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case'] ?? detail['recorded']}`);
    expect(rules(spent(100, 0), spent(100, 0, '2020-06-01'))).toEqual(['STATE: receipt number used twice']);
    expect(rules(spent(100, 0, '2020-05-01', '2020-07-01'))).toEqual(['LATE_REPORT: 2020-07-01']);
  });
});
