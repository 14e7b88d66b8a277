import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { CONFIRMED, CREATED, PAID, REISSUED, RETURNED, REVIEWED, VERIFIED } from './batch-events.js';
import { fact } from './fund-batches.fact.js';

const created = (data: object = {}) =>
  factEvent(
    CREATED,
    {
      batchId: 'b-1',
      month: '2020-06',
      item: 'DIBAO',
      lines: [1, 2].map((line) => ({
        line,
        caseId: `c-${line}`,
        benefitMonth: '2020-06',
        payeeRef: `per_0000000${line}`,
        amountFen: 100,
      })),
      totalFen: 200,
      preparer: 'op-1',
      replacesBatchId: null,
      ...data,
    },
    { time: '2020-06-01' },
  );
const verified = (line: number, result = 'MATCH', time = '2020-06-02') =>
  factEvent(VERIFIED, { batchId: 'b-1', line, result, bankRef: null }, { time });
const confirmed = (data: object = {}, time = '2020-06-03') =>
  factEvent(
    CONFIRMED,
    { batchId: 'b-1', decision: 'APPROVED', totalFen: 200, confirmer: 'op-2', objection: null, ...data },
    { time },
  );
const reviewed = (data: object = {}, time = '2020-06-04') =>
  factEvent(
    REVIEWED,
    {
      batchId: 'b-1',
      decision: 'APPROVED',
      totalFen: 200,
      reviewer: 'op-3',
      objection: null,
      reviewerRegion: '310105',
      ...data,
    },
    { time },
  );
const paid = (line: number, data: object = {}, time = '2020-06-05') =>
  factEvent(
    PAID,
    { batchId: 'b-1', line, paidFen: 100, bankRef: `k-${line}`, payeeRef: null, ...data },
    { time },
  );
const returned = (returnedFen = 100, time = '2020-06-08') =>
  factEvent(
    RETURNED,
    { batchId: 'b-1', line: 1, paidFen: 100, returnedFen, bankRef: 'k-r', reason: 'ACCOUNT_CLOSED' },
    { time },
  );
const reissued = (data: object = {}, time = '2020-06-15') =>
  factEvent(
    REISSUED,
    { batchId: 'b-1', line: 1, paidFen: 100, bankRef: 'k-9', returnRef: 'k-r', ...data },
    { time },
  );

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('b-1');
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);
const banked = [created(), verified(1), verified(2)];
const approved = [...banked, confirmed(), reviewed()];

describe('a batch of payments', () => {
  it('given an orderly course with a return and a second payment, finds nothing and counts the money', () => {
    const { rows, findings } = fold(...approved, paid(1), paid(2), returned(), reissued());
    expect(findings).toEqual([]);
    const sum = (measure: string) =>
      rows.filter((row) => row.measure === measure).reduce((total, { amount }) => total + amount, 0);
    expect(
      ['fund.batches', 'fund.payments', 'fund.paid-fen', 'fund.returned-fen', 'fund.reissued-fen'].map(sum),
    ).toEqual([1, 2, 200, 100, 100]);
    expect(rows.find(({ measure }) => measure === 'fund.batches-pending')).toMatchObject({
      dims: { item: 'DIBAO' },
      validFrom: '2020-06-01',
      validUntil: '2020-06-04',
    });
  });

  it('given anything without its batch, misses it', () => {
    expect(cases(verified(1), confirmed(), paid(1))).toEqual(
      Array.from({ length: 3 }, () => 'MISSING_PREDECESSOR: before the batch'),
    );
  });

  it('given it is created twice, the first holds and the second is reported', () => {
    expect(cases(created(), created({ preparer: 'op-2' }), ...approved.slice(1), paid(1))).toEqual([
      'STATE: created twice',
    ]);
  });

  it('given one person in two duties, reports each pair without naming anybody', () => {
    expect(cases(...banked, confirmed({ confirmer: 'op-1' }), reviewed())).toEqual([
      'SEPARATION_OF_DUTIES: prepared and confirmed by one person',
    ]);
    expect(cases(...banked, confirmed(), reviewed({ reviewer: 'op-1' }))).toEqual([
      'SEPARATION_OF_DUTIES: prepared and reviewed by one person',
    ]);
    const { findings } = fold(...banked, confirmed(), reviewed({ reviewer: 'op-2' }));
    expect(findings).toMatchObject([{ detail: { case: 'confirmed and reviewed by one person' } }]);
    expect(JSON.stringify(findings)).not.toContain('op-');
  });

  it('given a reviewer of another district, or none of the 街镇 before him, reports it', () => {
    expect(cases(...banked, confirmed(), reviewed({ reviewerRegion: '310118' }))).toEqual([
      'SEPARATION_OF_DUTIES: reviewed by another district',
    ]);
    expect(cases(...banked, reviewed())).toEqual(['MISSING_PREDECESSOR: reviewed before it was confirmed']);
    expect(cases(...banked, confirmed({ decision: 'SENT_BACK' }), reviewed())).toEqual([
      'STATE: reviewed after it was sent back',
    ]);
  });

  it('given accounts that are not verified, or do not match, the review is reported', () => {
    const { findings } = fold(
      created(),
      verified(1),
      verified(2, 'MATCH', '2020-06-09'),
      confirmed(),
      reviewed(),
    );
    expect(findings).toMatchObject([
      { rule: 'STATE', detail: { case: 'reviewed before all accounts were verified', lines: 1 } },
    ]);
    const mismatch = [created(), verified(1), verified(2, 'NAME_MISMATCH')];
    expect(cases(...mismatch, confirmed(), reviewed())).toEqual([
      'STATE: reviewed with accounts that do not match',
    ]);
    expect(cases(...mismatch, verified(2, 'MATCH', '2020-06-03'), confirmed(), reviewed())).toEqual([]);
  });

  it('given a decision on another total, or two reviews, reports it', () => {
    expect(cases(...banked, confirmed({ totalFen: 100 }), reviewed())).toEqual([
      'AFTER_MISMATCH: decided on another total',
    ]);
    expect(cases(...approved, reviewed({}, '2020-06-05'))).toEqual(['STATE: reviewed twice']);
  });

  it('given a payment out of order, reports its amounts', () => {
    expect(cases(...banked, confirmed(), paid(1))).toEqual(['MISSING_PREDECESSOR: paid before the review']);
    expect(fold(...approved, paid(1, { paidFen: 90 })).findings).toMatchObject([
      { rule: 'LIMIT', detail: { case: 'paid another amount than approved', approvedFen: 100, paidFen: 90 } },
    ]);
    expect(cases(...approved, paid(1), paid(1, {}, '2020-06-06'))).toEqual(['LIMIT: paid twice']);
    expect(cases(...approved, paid(1, { payeeRef: 'per_00000009' }))).toEqual([
      'STATE: paid to another payee',
    ]);
    expect(cases(...approved, paid(7))).toEqual(['STATE: line is not in the batch']);
  });

  it('given money that comes back without or beyond a payment, reports it', () => {
    expect(cases(...approved, returned())).toEqual(['MISSING_PREDECESSOR: returned before it was paid']);
    expect(cases(...approved, paid(1), returned(60), returned(60, '2020-06-09'))).toEqual([
      'LIMIT: returned more than paid',
    ]);
  });

  it('given a second payment without a return, for another one, or of more, reports it', () => {
    expect(cases(...approved, paid(1), reissued())).toEqual([
      'MISSING_PREDECESSOR: reissued without a return',
    ]);
    expect(cases(...approved, paid(1), returned(), reissued({ returnRef: 'k-x' }))).toEqual([
      'STATE: reissued for another return',
    ]);
    expect(cases(...approved, paid(1), returned(50), reissued())).toEqual([
      'LIMIT: reissued more than returned',
    ]);
  });
});
