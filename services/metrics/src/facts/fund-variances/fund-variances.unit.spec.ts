import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { CLOSED, RAISED, fact } from './fund-variances.fact.js';

const raised = (expectedFen: number, actualFen: number) =>
  factEvent(
    RAISED,
    { varianceId: 'v-1', cause: 'DEATH', expectedFen, actualFen, batchId: null, line: null },
    { time: '2020-06-01' },
  );
const closed = (recoveredFen: number | null) =>
  factEvent(CLOSED, { varianceId: 'v-1', outcome: 'RECOVERED', recoveredFen }, { time: '2020-07-01' });
const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('v-1');

describe('variances', () => {
  it('given one that is settled, it was open until then, with what differed and what came back', () => {
    expect(fold(raised(0, 116_000), closed(100_000)).rows).toMatchObject([
      { measure: 'fund.variances', dims: { cause: 'DEATH' } },
      { measure: 'fund.variances-open', validFrom: '2020-06-01', validUntil: '2020-07-01' },
      { measure: 'fund.variance-fen', amount: 116_000 },
      { measure: 'fund.recovered-fen', amount: 100_000, validFrom: '2020-07-01' },
    ]);
  });

  it('given more recovered than was overpaid, reports by how much', () => {
    expect(fold(raised(0, 116_000), closed(116_000)).findings).toEqual([]);
    expect(fold(raised(0, 116_000), closed(116_001)).findings).toMatchObject([
      { rule: 'LIMIT', detail: { case: 'recovered more than was overpaid', byFen: 1 } },
    ]);
  });

  it('given it is raised or closed twice, the first holds and the second is reported', () => {
    const { rows, findings } = fold(raised(0, 100), raised(0, 900), closed(60), closed(70));
    expect(findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`)).toEqual([
      'STATE: raised twice',
      'STATE: closed twice',
    ]);
    expect(rows.slice(2).map(({ amount }) => amount)).toEqual([100, 60]);
  });

  it('given a settlement of nothing, misses the variance', () => {
    expect(fold(closed(null)).findings).toMatchObject([
      { rule: 'MISSING_PREDECESSOR', detail: { case: 'closed before raised' } },
    ]);
  });
});
