import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { DEREGISTERED, REGISTERED, fact } from './community-cloud-households.fact.js';

const HOME = '310105001001';
const NEW_HOME = '310105002001';
const household = { householdRef: 'hh_00000001' };
const at = (time: string, villageId: string, recorded = time) => ({
  time,
  recorded,
  street: villageId.slice(0, 9),
});
const registered = (time: string, villageId = HOME, recorded = time) =>
  factEvent(
    REGISTERED,
    { ...household, villageId, persons: 3, via: 'PLATFORM' },
    at(time, villageId, recorded),
  );
const deregistered = (time: string, villageId = HOME) =>
  factEvent(DEREGISTERED, { ...household, villageId, reason: 'MOVED' }, at(time, villageId));

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('hh_00000001');
const spans = (...events: FactEvent<any>[]) =>
  fold(...events).rows.map(({ street, validFrom, validUntil }) => [street, validFrom, validUntil]);
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case'] ?? detail['recorded']}`);

describe('a household on the community cloud', () => {
  it('given a registration, counts one, however many persons live in it', () => {
    expect(fold(registered('2021-03-01')).rows).toMatchObject([
      { amount: 1, validFrom: '2021-03-01', validUntil: null },
    ]);
  });

  it('given a move, counts in one street at a time, whichever was sent first', () => {
    const moved = [
      ['310105001', '2021-03-01', '2022-05-01'],
      ['310105002', '2022-05-01', null],
    ];
    const noon = deregistered('2022-05-01T12:00:00+08:00');
    const events = [registered('2021-03-01'), registered('2022-05-01T09:00:00+08:00', NEW_HOME), noon];
    expect(spans(...events)).toEqual(moved);
    expect(cases(...events)).toEqual([]);
  });

  it('given a registration elsewhere without an end, counts once and reports it', () => {
    const events = [registered('2021-03-01'), registered('2022-05-01', NEW_HOME)];
    expect(spans(...events)).toEqual([['310105001', '2021-03-01', null]]);
    expect(cases(...events)).toEqual(['STATE: registered in two villages at once']);
    expect(JSON.stringify(fold(...events).findings)).not.toContain('hh_');
  });

  it('given registration and deregistration on one day, counts on none', () => {
    expect(spans(registered('2021-03-01T09:00:00+08:00'), deregistered('2021-03-01T12:00:00+08:00'))).toEqual(
      [],
    );
  });

  it.each([
    ['registered twice', [registered('2021-03-01'), registered('2021-04-01')], 'STATE: registered twice'],
    [
      'deregistered twice',
      [registered('2021-03-01'), deregistered('2021-04-01'), deregistered('2021-05-01')],
      'STATE: deregistered twice',
    ],
    ['never registered', [deregistered('2021-04-01')], 'MISSING_PREDECESSOR: deregistered before registered'],
    ['recorded late', [registered('2021-03-01', HOME, '2021-06-01')], 'LATE_REPORT: 2021-06-01'],
  ])('given a household %s, reports it', (_, events, expected) => {
    expect(cases(...events)).toEqual([expected]);
  });
});
