import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { RECEIVED, SPENT, fact } from './charity-projects.fact.js';

const movement = (type: string, time: string, cashFen: number, inKindFen = 0) =>
  factEvent(type, { receiptNo: time, usci: null, cashFen, inKindFen, restrictedProject: 'p-1' }, { time });
const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('p-1');

describe('restricted projects', () => {
  it('given what was received is spent, the balance is nothing and in order', () => {
    const { rows, findings } = fold(
      movement(RECEIVED, '2020-01-05', 900),
      movement(SPENT, '2020-02-05', 600, 300),
    );
    expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
    expect(findings).toEqual([]);
  });

  it('given more is spent than was received by then, says how much is missing', () => {
    const history = [
      movement(RECEIVED, '2020-01-05', 100),
      movement(SPENT, '2020-02-05', 150),
      movement(RECEIVED, '2020-03-05', 500),
    ];
    expect(fold(...history).findings).toMatchObject([
      {
        rule: 'NEGATIVE_STOCK',
        detail: { case: 'spent more than received', missingFen: 50, day: '2020-02-05' },
      },
    ]);
  });

  it('reads only what is restricted', () => {
    expect(fact.reads[RECEIVED]!(factEvent(RECEIVED, { restrictedProject: null }))).toEqual([]);
  });
});
