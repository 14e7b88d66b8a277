import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { DEREGISTERED, REGISTERED } from '../community-cloud-households/community-cloud-households.fact.js';
import { fact } from './community-cloud-reports.fact.js';

const reported = (period: string, households: number, recorded = `${period}-28`, region = '310105001') =>
  factEvent(
    'cn.gov.mca.community.cloud.household.reported',
    { region, period, households, persons: households * 3 },
    { time: `${period}-28`, recorded },
  );

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('310105001');
const rowsOf = (measure: string, ...events: FactEvent<any>[]) =>
  fold(...events).rows.filter((row) => row.measure === measure);
const spans = (...events: FactEvent<any>[]) =>
  rowsOf('community.cloud-households-reported', ...events).map(({ amount, validFrom, validUntil }) => [
    amount,
    validFrom,
    validUntil,
  ]);

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
      { rule: 'PERIOD_RESTATED', detail: { period: '2021-02' } },
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

describe('households registered one by one beside a report', () => {
  const household = (type: string, householdRef: string, time: string, villageId = '310105001001') =>
    factEvent(type, { householdRef, villageId }, { time });
  /** Beyond the single ones, summed over the street and its parts as cells do. */
  const beyond = (day: string, ...events: FactEvent<any>[]): number =>
    [...new Set(events.flatMap((event) => fact.reads[event.type]!(event)))]
      .flatMap((entity) => {
        const own = events.filter((event) => fact.reads[event.type]!(event).includes(entity));
        return givenHistory(fact, own).folded(entity).rows;
      })
      .filter(
        ({ measure, validFrom, validUntil }) =>
          measure === 'community.cloud-households-beyond' &&
          validFrom <= day &&
          (validUntil === null || day < validUntil),
      )
      .reduce((sum, { amount }) => sum + amount, 0);
  const three = [
    household(REGISTERED, 'hh_1', '2021-02-01'),
    household(REGISTERED, 'hh_2', '2021-02-02'),
    household(REGISTERED, 'hh_3', '2021-03-02'),
  ];

  it('given a report, adds only what it says beyond those registered by the last day of its month', () => {
    expect(beyond('2021-03-15', reported('2021-02', 100), ...three)).toBe(98);
    expect(beyond('2021-04-15', reported('2021-02', 100), reported('2021-03', 100), ...three)).toBe(97);
    expect(beyond('2021-02-27', reported('2021-02', 100), ...three)).toBe(0);
  });

  it('given a household left or moved within the street, explains as many as are there', () => {
    const left = household(DEREGISTERED, 'hh_1', '2021-02-20');
    const moved = household(REGISTERED, 'hh_2', '2021-02-21', '310105001002');
    expect(beyond('2021-03-15', reported('2021-02', 100), ...three, left, moved)).toBe(99);
  });

  it('given more of them than were reported, the reported figure is the figure', () => {
    expect(beyond('2021-03-15', reported('2021-02', 1), ...three)).toBe(-1);
  });

  it('given a report of none, or none at all, takes nothing off those registered', () => {
    expect(beyond('2021-03-15', reported('2021-02', 0), ...three)).toBe(0);
    expect(beyond('2021-03-15', ...three)).toBe(0);
  });

  it('given the report of a district or village, adds nothing to the streets', () => {
    const others = [
      reported('2021-02', 900, '2021-02-28', '310105'),
      reported('2021-02', 9, '2021-02-28', '310105001001'),
    ];
    expect(beyond('2021-03-15', ...others, ...three)).toBe(0);
  });
});
