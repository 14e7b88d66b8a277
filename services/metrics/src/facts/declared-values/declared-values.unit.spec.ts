import { describe, expect, it } from '@jest/globals';
import { factEvent, givenHistory } from '@minhai/testing';
import { fact } from './declared-values.fact.js';
import { lastDayOf } from '../stat-values/reporting-period.js';

const value = (value: string, period: string, recorded: string, region = '310105') =>
  factEvent(
    'cn.gov.mca.stat.value.reported',
    { region, indicator: 'chn-eldercare-beds', period, value, unit: 'BED', reporter: '示例局' },
    { time: '2020-12-31', recorded },
  );

const stock = (count: number, period: string, region = '310105') =>
  factEvent('cn.gov.mca.socialorg.stock.reported', { region, kind: 'FOUNDATION', period, count });

const folded = (...events: Parameters<typeof givenHistory>[1]) => givenHistory(fact, events).folded('x');

describe('declared values', () => {
  it('given a value, keeps it once at the end of its period', () => {
    expect(folded(value('160.2500', '2020-H2', '2021-01-05')).rows).toMatchObject([
      {
        measure: 'reference.declared-values',
        district: '310105',
        street: 'unknown',
        dims: { indicator: 'chn-eldercare-beds', level: 'DISTRICT', unit: 'BED' },
        amount: 1_602_500,
        validFrom: '2020-12-31',
        validUntil: null,
      },
    ]);
  });

  it('given a period reported again, what was recorded last holds and the restatement is a finding', () => {
    const again = folded(value('160', '2020', '2021-02-05'), value('150', '2020', '2021-01-05'));
    expect(again.rows).toMatchObject([{ amount: 1_600_000 }]);
    expect(again.findings).toMatchObject([{ rule: 'PERIOD_RESTATED', detail: { period: '2020' } }]);
  });

  it('given the stock of a 街镇, places it there', () => {
    expect(folded(stock(7, '2020-02', '310105102')).rows).toMatchObject([
      {
        street: '310105102',
        dims: { kind: 'FOUNDATION', level: 'STREET' },
        amount: 7,
        validFrom: '2020-02-29',
      },
    ]);
  });

  it('given a value too large to be counted exactly, keeps none and says so', () => {
    const { rows, findings } = folded(value('99999999999999.9999', '2020', '2021-01-05'));
    expect(rows).toEqual([]);
    expect(findings).toMatchObject([
      { rule: 'LIMIT', detail: { case: 'a value beyond what can be counted exactly', period: '2020' } },
    ]);
  });

  it.each([
    ['2021', '2021-12-31'],
    ['2021-H1', '2021-06-30'],
    ['2021-Q3', '2021-09-30'],
    ['2020-02', '2020-02-29'],
  ])('period %s ends on %s', (period, day) => expect(lastDayOf(period)).toBe(day));
});
