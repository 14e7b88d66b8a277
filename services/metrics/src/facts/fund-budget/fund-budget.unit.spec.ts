import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { CREATED, RETURNED, REVIEWED } from '../fund-batches/batch-events.js';
import { fact } from './fund-budget.fact.js';
import { BUDGETED, REPORTED } from './spending.js';

const budget = (amountFen: number, time = '2020-01-10', sourceLevel = 'DISTRICT') =>
  factEvent(
    BUDGETED,
    {
      region: '310105',
      item: 'DIBAO',
      year: 2020,
      sourceLevel,
      source: 'FISCAL',
      amountFen,
      documentNo: null,
    },
    { time, street: undefined },
  );
const batch = (batchId: string, month = '2020-06') =>
  factEvent(
    CREATED,
    { batchId, month, item: 'DIBAO', lines: [], totalFen: 0, preparer: 'op-1', replacesBatchId: null },
    { time: `${month}-01` },
  );
const reviewed = (batchId: string, totalFen: number, time = '2020-06-05', decision = 'APPROVED') =>
  factEvent(
    REVIEWED,
    { batchId, decision, totalFen, reviewer: 'op-3', objection: null, reviewerRegion: '310105' },
    { time },
  );
const returned = (batchId: string, returnedFen: number) =>
  factEvent(
    RETURNED,
    { batchId, line: 1, paidFen: returnedFen, returnedFen, bankRef: 'k-1', reason: 'OTHER' },
    { time: '2020-07-01' },
  );
const reported = (amountFen: number, period = '2020-06') =>
  factEvent(
    REPORTED,
    { region: '310105', item: 'DIBAO', period, households: null, persons: 1, personTimes: 1, amountFen },
    { time: '2020-06-30', street: undefined },
  );
const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('310105:2020');
const over = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => [rule, detail['case'], detail['byFen']]);

describe('budget of a year', () => {
  it('given all of it is spent, finds nothing; a fen more is reported with the amount', () => {
    expect(over(budget(300), batch('b-1'), reviewed('b-1', 300))).toEqual([]);
    expect(over(budget(300), batch('b-1'), reviewed('b-1', 301))).toEqual([
      ['LIMIT', 'paid more than allocated', 1],
    ]);
  });

  it('given money of several sources, or raised later, they add up', () => {
    const spent = [batch('b-1'), reviewed('b-1', 300)];
    expect(over(budget(200), budget(100, '2020-11-01', 'MUNICIPAL'), ...spent)).toEqual([]);
    expect(fold(budget(200), budget(100, '2020-11-01', 'MUNICIPAL')).rows).toMatchObject([
      { measure: 'fund.allocated-fen', amount: 200, dims: { sourceLevel: 'DISTRICT', source: 'FISCAL' } },
      { measure: 'fund.allocated-fen', amount: 100, dims: { sourceLevel: 'MUNICIPAL' } },
    ]);
  });

  it('given a batch sent back, approved twice, or money returned, counts what was released', () => {
    expect(over(budget(100), batch('b-1'), reviewed('b-1', 300, '2020-06-05', 'SENT_BACK'))).toEqual([]);
    expect(over(budget(300), batch('b-1'), reviewed('b-1', 300), reviewed('b-1', 300, '2020-06-06'))).toEqual(
      [],
    );
    expect(over(budget(200), batch('b-1'), reviewed('b-1', 300), returned('b-1', 100))).toEqual([]);
  });

  it('given a monthly report of the same money, adds what no batch accounts for', () => {
    const { rows } = fold(budget(1000), batch('b-1'), reviewed('b-1', 300), reported(500));
    expect(
      rows
        .filter(({ measure }) => measure === 'fund.spent-fen')
        .map(({ dims, amount }) => [dims['record'], amount]),
    ).toEqual([
      ['BATCH', 300],
      ['REPORT', 200],
    ]);
    expect(over(budget(499), batch('b-1'), reviewed('b-1', 300), reported(500))).toHaveLength(1);
  });

  it('given no budget at all, says so', () => {
    expect(over(batch('b-1'), reviewed('b-1', 300))).toEqual([['LIMIT', 'paid without a budget', 300]]);
  });

  it('given a batch of December reviewed in January, it is of the year of its month', () => {
    expect(fact.reads[REVIEWED]!(reviewed('b-1', 1, '2021-01-04'))).toContain('310105:2020');
    expect(fact.reads[CREATED]!(batch('b-1', '2020-12'))).toEqual(['310105:2020']);
  });
});
