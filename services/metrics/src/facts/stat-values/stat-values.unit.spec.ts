import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import type { StatUnit } from '@minhai/schemas';
import { factEvent, givenHistory } from '@minhai/testing';
import { REPORTED, fact } from './stat-values.fact.js';

const reported = (period: string, value: string, recorded = '2023-02-01', unit: StatUnit = 'PERCENT') =>
  factEvent(
    REPORTED,
    { region: '310118', indicator: 'qpu-x', period, value, unit, reporter: '示例区民政局' },
    { time: '2021-01-05', recorded, district: '310118', street: undefined },
  );

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('310118:qpu-x');
const rows = (measure: string, ...events: FactEvent<any>[]) =>
  fold(...events)
    .rows.filter((row) => row.measure === measure)
    .map(({ amount, validFrom, validUntil }) => [amount, validFrom, validUntil]);
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('reported values', () => {
  it('given two periods, each holds from its last day until the next', () => {
    expect(rows('stat.values', reported('2020', '71.0000'), reported('2021-H1', '74.5000'))).toEqual([
      [710_000, '2020-12-31', '2021-06-30'],
      [745_000, '2021-06-30', null],
    ]);
    expect(fold(reported('2020', '71.0000')).rows[0]).toMatchObject({
      district: '310118',
      street: 'unknown',
      dims: { indicator: 'qpu-x', unit: 'PERCENT', level: 'DISTRICT' },
    });
  });

  it('given a year and its quarters, the year is the flow and its last quarter hides nothing of the stock', () => {
    const events = [reported('2021-Q3', '2.0000'), reported('2021-Q4', '3.0000'), reported('2021', '7.0000')];
    expect(rows('stat.flows', ...events)).toEqual([[70_000, '2021-12-31', null]]);
    expect(rows('stat.values', ...events).at(-1)).toEqual([70_000, '2021-12-31', null]);
    expect(rows('stat.flows', ...events.slice(0, 2))).toEqual([
      [20_000, '2021-09-30', null],
      [30_000, '2021-12-31', null],
    ]);
  });

  it('given a report of nothing, says that it was reported', () => {
    expect(fold(reported('2020', '0.0000')).rows).toMatchObject([{ measure: 'stat.reports', amount: 1 }]);
  });

  it('given a period reported again, the one recorded last holds and the restatement is noted', () => {
    const events = [reported('2021', '7.0000', '2022-03-01'), reported('2021', '6.0000', '2022-02-01')];
    expect(rows('stat.values', ...events)).toEqual([[70_000, '2021-12-31', null]]);
    expect(fold(...events).findings).toMatchObject([
      { rule: 'PERIOD_RESTATED', detail: { period: '2021' }, causes: [events[1]!.id, events[0]!.id] },
    ]);
  });

  it('given another unit, reports it; given more than can be counted, counts nothing of it', () => {
    expect(cases(reported('2020', '1.0000'), reported('2021', '1.0000', '2022-02-01', 'PLACE'))).toEqual([
      'STATE: unit changed',
    ]);
    const huge = reported('2020', '99999999999999.0000');
    expect(fold(huge).rows).toEqual([]);
    expect(cases(huge)).toEqual(['LIMIT: too large to count']);
  });
});
