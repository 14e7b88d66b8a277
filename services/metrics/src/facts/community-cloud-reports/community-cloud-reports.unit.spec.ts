import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { fact } from './community-cloud-reports.fact.js';

const reported = (period: string, households: number, recorded = `${period}-28`, region = '310105001') =>
  factEvent(
    'cn.gov.mca.community.cloud.household.reported',
    { region, period, households, persons: households * 3 },
    { time: `${period}-28`, recorded },
  );

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('310105001');
const spans = (...events: FactEvent<any>[]) =>
  fold(...events).rows.map(({ amount, validFrom, validUntil }) => [amount, validFrom, validUntil]);

describe('households reported by the month', () => {
  it('given two months, each holds from the end of its month until the next', () => {
    expect(spans(reported('2021-02', 100), reported('2021-04', 120))).toEqual([
      [100, '2021-02-28', '2021-04-30'],
      [120, '2021-04-30', null],
    ]);
  });

  it('given a report of nothing, ends the figure before it', () => {
    expect(spans(reported('2021-02', 100), reported('2021-03', 0))).toEqual([
      [100, '2021-02-28', '2021-03-31'],
    ]);
  });

  it('given two reports of a month, the one recorded last holds and the restatement is noted', () => {
    const events = [reported('2021-02', 110, '2021-03-05'), reported('2021-02', 100)];
    expect(spans(...events)).toEqual([[110, '2021-02-28', null]]);
    expect(fold(...events).findings).toMatchObject([
      { rule: 'PERIOD_RESTATED', detail: { month: '2021-02' } },
    ]);
  });

  it('given a report after the next month, notes that it is late', () => {
    expect(fold(reported('2021-02', 100, '2021-03-31')).findings).toEqual([]);
    expect(fold(reported('2021-02', 100, '2021-04-01')).findings).toMatchObject([{ rule: 'LATE_REPORT' }]);
  });

  it('keeps the levels of regions apart', () => {
    const levels = ['310105', '310105001', '310105001001'].map((region) => {
      const { dims, street } = fold(reported('2021-02', 1, '2021-02-28', region)).rows[0]!;
      return [dims['level'], street];
    });
    expect(levels).toEqual([
      ['DISTRICT', 'unknown'],
      ['STREET', '310105001'],
      ['VILLAGE', '310105001'],
    ]);
  });
});
