import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { CREATED, fact } from './fund-benefit-months.fact.js';

const batch = (batchId: string, time: string, data: object = {}) =>
  factEvent(
    CREATED,
    {
      batchId,
      month: '2020-06',
      item: 'DIBAO',
      lines: ['c-1', 'c-2'].map((caseId, i) => ({
        line: i + 1,
        caseId,
        benefitMonth: '2020-06',
        payeeRef: 'per_00000001',
        amountFen: 100,
      })),
      totalFen: 200,
      preparer: 'op-1',
      replacesBatchId: null,
      ...data,
    },
    { time },
  );
const findings = (...events: FactEvent<any>[]) =>
  givenHistory(fact, events).folded('310105:DIBAO:2020-06').findings;

describe('months of benefit', () => {
  it('given a month of two benefits in two batches, reports how much stands twice', () => {
    expect(findings(batch('b-1', '2020-06-01'), batch('b-2', '2020-06-08'))).toMatchObject([
      {
        rule: 'LIMIT',
        detail: { case: 'benefit month in two batches', month: '2020-06', lines: 2, amountFen: 200 },
      },
    ]);
  });

  it('given a batch that takes the place of another, finds nothing', () => {
    const again = batch('b-2', '2020-06-08', { replacesBatchId: 'b-1' });
    expect(findings(batch('b-1', '2020-06-01'), again)).toEqual([]);
  });

  it('given arrears, a batch belongs to every month it pays for', () => {
    const lines = ['2020-05', '2020-06'].map((benefitMonth, i) => ({
      line: i + 1,
      caseId: 'c-1',
      benefitMonth,
      payeeRef: 'per_00000001',
      amountFen: 100,
    }));
    const arrears = batch('b-2', '2020-06-08', { lines });
    expect(fact.reads[CREATED]!(arrears)).toEqual(['310105:DIBAO:2020-05', '310105:DIBAO:2020-06']);
    expect(findings(batch('b-1', '2020-06-01'), arrears)).toMatchObject([{ detail: { lines: 1 } }]);
  });
});
