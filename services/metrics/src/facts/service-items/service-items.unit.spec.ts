import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { ACCEPTED, COMPLETED } from './service-case.js';
import { fact } from './service-items.fact.js';
import { REPORTED } from './service-month.js';

const item = { itemCode: 'MZ-0412', channel: 'COUNTER' as const, acceptingRegion: '310105' };
const accepted = (time: string, handlingRegion = '310105', serviceNo = 's-1') =>
  factEvent(ACCEPTED, { ...item, serviceNo, handlingRegion }, { time });
const completed = (time: string, acceptedOn: string, acceptingRegion = '310105') =>
  factEvent(
    COMPLETED,
    {
      ...item,
      serviceNo: 's-1',
      acceptingRegion,
      handlingRegion: '310105',
      acceptedOn,
      outcome: 'GRANTED',
    },
    { time },
  );
const reported = (counts: { accepted: number; crossDistrict: number; completed: number }) =>
  factEvent(
    REPORTED,
    { region: '310105001', itemCode: 'MZ-0412', period: '2022-08', crossProvince: 0, ...counts },
    { time: '2022-08-31' },
  );

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('case:s-1');
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, severity, detail }) => `${rule} ${severity}: ${detail['case']}`);

describe('a service item', () => {
  it.each([
    ['310105', 'LOCAL'],
    ['310118', 'CROSS_DISTRICT'],
    ['330421', 'CROSS_PROVINCE'],
  ])('given it is handled by %s, its reach is %s', (handlingRegion, reach) => {
    expect(fold(accepted('2022-08-15', handlingRegion)).rows).toMatchObject([
      { measure: 'service.items-accepted', dims: { channel: 'COUNTER', reach }, amount: 1 },
    ]);
  });

  it('given acceptance and completion, counts one of each on its own day', () => {
    const { rows, findings } = fold(accepted('2022-08-15'), completed('2022-08-19', '2022-08-15'));
    expect(rows.map(({ measure, validFrom }) => [measure, validFrom])).toEqual([
      ['service.items-accepted', '2022-08-15'],
      ['service.items-completed', '2022-08-19'],
    ]);
    expect(findings).toEqual([]);
  });

  it.each([
    [
      'completed alone',
      [completed('2022-08-19', '2022-08-15')],
      'MISSING_PREDECESSOR warning: completed before accepted',
    ],
    [
      'accepted elsewhere',
      [completed('2022-08-19', '2022-08-15', '330421')],
      'MISSING_PREDECESSOR info: completed before accepted',
    ],
    ['accepted twice', [accepted('2022-08-15'), accepted('2022-08-16')], 'STATE error: accepted twice'],
    [
      'completed twice',
      [accepted('2022-08-15'), completed('2022-08-19', '2022-08-15'), completed('2022-08-20', '2022-08-15')],
      'STATE error: completed twice',
    ],
    [
      'completed earlier than accepted',
      [accepted('2022-08-19T15:00:00+08:00'), completed('2022-08-19T09:00:00+08:00', '2022-08-19')],
      'STATE error: completed earlier than accepted',
    ],
    [
      'with another day of acceptance',
      [accepted('2022-08-15'), completed('2022-08-19', '2022-08-14')],
      'AFTER_MISMATCH warning: accepted on another day',
    ],
  ])('given one %s, reports it', (_, events, expected) => {
    expect(cases(...events)).toEqual([expected]);
  });

  it('given a monthly report, adds what it says beyond the single cases', () => {
    const report = reported({ accepted: 10, crossDistrict: 4, completed: 8 });
    const { rows } = givenHistory(fact, [
      report,
      accepted('2022-08-15', '310118'),
      accepted('2022-08-15', '310118'),
      completed('2022-08-19', '2022-08-15'),
    ]).folded('month:310105:2022-08');
    expect(
      rows.map(({ dims, amount }) => [dims['channel'] ?? dims['outcome'], dims['reach'], amount]),
    ).toEqual([
      ['REPORTED', 'LOCAL', 6],
      ['REPORTED', 'CROSS_DISTRICT', 3],
      ['REPORTED', 'UNKNOWN', 7],
    ]);
  });
});
