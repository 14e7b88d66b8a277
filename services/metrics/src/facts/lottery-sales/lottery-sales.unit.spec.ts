import { describe, expect, it } from '@jest/globals';
import { factEvent, givenHistory } from '@minhai/testing';
import { REPORTED, fact } from './lottery-sales.fact.js';

const reported = (period: string, salesFen: number, recorded = `${period}-28`) =>
  factEvent(REPORTED, { salesPointId: 'lp-1', period, salesFen }, { time: `${period}-28`, recorded });
const fold = (...events: ReturnType<typeof reported>[]) => givenHistory(fact, events).folded('lp-1');

describe('lottery sales', () => {
  it('given two months, counts each at its end, and a month without sales not at all', () => {
    const { rows } = fold(reported('2021-02', 100), reported('2021-03', 0), reported('2021-04', 50));
    expect(rows.map(({ amount, validFrom }) => [amount, validFrom])).toEqual([
      [100, '2021-02-28'],
      [50, '2021-04-30'],
    ]);
  });

  it('given a month reported again, the last recorded holds; a late one is noted', () => {
    const { rows, findings } = fold(reported('2021-02', 100), reported('2021-02', 90, '2021-05-01'));
    expect(rows).toMatchObject([{ amount: 90 }]);
    expect(findings.map(({ rule }) => rule)).toEqual(['PERIOD_RESTATED', 'LATE_REPORT']);
  });
});
