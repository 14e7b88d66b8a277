import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { type Circumstances, factEvent, givenHistory } from '@minhai/testing';
import { fact } from './community-workers.fact.js';
import { CERTIFIED, HIRED, LEFT } from './employment.js';

const person = { personRef: 'per_00000001', villageId: null };
const hired = (time: string, workerId = 'w-1', more: object = {}, at: Circumstances = {}) =>
  factEvent(HIRED, { ...person, workerId, level: null, ...more }, { time, ...at });
const certified = (time: string, certNo: string | null = 'c-1') =>
  factEvent(CERTIFIED, { ...person, workerId: 'w-1', level: 'ASSISTANT', certNo }, { time });
const left = (time: string, workerId = 'w-1', at: Circumstances = {}) =>
  factEvent(LEFT, { ...person, workerId, reason: 'RESIGNED' }, { time, ...at });

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('per_00000001');
const spans = (...events: FactEvent<any>[]) =>
  fold(...events).rows.map(({ dims, validFrom, validUntil }) => [dims['certified'], validFrom, validUntil]);
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case'] ?? detail['recorded']}`);

describe('a community worker', () => {
  it('given a hiring and a departure, counts from the first day to the one before the last', () => {
    const events = [hired('2018-01-02'), left('2020-06-30')];
    expect(spans(...events)).toEqual([['false', '2018-01-02', '2020-06-30']]);
    expect(fold(...events).rows[0]!.causes).toEqual(events.map(({ id }) => id));
    expect(cases(...events)).toEqual([]);
  });

  it('given a certificate in post, counts as certified from its day on', () => {
    const events = [hired('2018-01-02'), certified('2019-05-05'), left('2020-06-30')];
    expect(spans(...events)).toEqual([
      ['false', '2018-01-02', '2019-05-05'],
      ['true', '2019-05-05', '2020-06-30'],
    ]);
    expect(fold(...events).rows[1]!.causes).toEqual([events[0]!.id, events[2]!.id, events[1]!.id]);
  });

  it('given a certificate older than the post, or held when hired, counts as certified all along', () => {
    expect(spans(certified('2016-05-05'), hired('2018-01-02'))).toEqual([['true', '2018-01-02', null]]);
    expect(spans(hired('2018-01-02', 'w-1', { level: 'SENIOR' }))).toEqual([['true', '2018-01-02', null]]);
  });

  it('given a second certificate, still counts once; given one after leaving, not at all', () => {
    expect(spans(hired('2018-01-02'), certified('2018-01-02'), certified('2020-01-02', 'c-2'))).toEqual([
      ['true', '2018-01-02', null],
    ]);
    expect(spans(hired('2018-01-02'), left('2019-01-02'), certified('2020-01-02'))).toEqual([
      ['false', '2018-01-02', '2019-01-02'],
    ]);
  });

  it('given two posts at once, counts the person once and reports it without naming the person', () => {
    const events = [
      hired('2018-01-02'),
      hired('2019-01-02', 'w-2', {}, { street: '310105002' }),
      left('2020-01-02'),
    ];
    const { rows, findings } = fold(...events);
    expect(rows.map(({ street, validFrom, validUntil }) => [street, validFrom, validUntil])).toEqual([
      ['310105001', '2018-01-02', '2020-01-02'],
      ['310105002', '2020-01-02', null],
    ]);
    expect(rows[1]!.causes).toEqual([events[1]!.id, events[2]!.id]);
    expect(findings).toMatchObject([
      {
        rule: 'DUPLICATE_PERSON',
        causes: [events[0]!.id, events[1]!.id],
        detail: { case: 'in two posts at once' },
      },
    ]);
    expect(JSON.stringify(findings)).not.toContain('per_');
  });

  it('given a post named by its village only, counts in the village’s street', () => {
    const event = hired('2018-01-02', 'w-1', { villageId: '310105004003' }, { street: undefined });
    expect(fold(event).rows).toMatchObject([{ street: '310105004' }]);
  });
});

describe('what cannot be of a community worker', () => {
  it.each([
    ['hired twice', [hired('2018-01-02'), hired('2019-01-02')], 'STATE: hired twice'],
    ['left twice', [hired('2018-01-02'), left('2019-01-02'), left('2019-02-02')], 'STATE: left twice'],
    ['never hired', [left('2019-01-02')], 'MISSING_PREDECESSOR: left before hired'],
    ['certified only', [certified('2019-01-02')], 'MISSING_PREDECESSOR: certified before hired'],
    [
      'one certificate twice',
      [hired('2018-01-02'), certified('2019-01-02'), certified('2019-02-02')],
      'STATE: certificate recorded twice',
    ],
    [
      'recorded late',
      [hired('2018-01-02'), left('2020-12-17', 'w-1', { recorded: '2021-02-05' })],
      'LATE_REPORT: 2021-02-05',
    ],
  ])('given %s, reports it', (_, events, expected) => {
    expect(cases(...events)).toEqual([expected]);
  });
});
