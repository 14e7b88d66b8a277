import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { ADMITTED, DISCHARGED, FAMILY_FOUND, MATCHED, NOTICE } from './episode-findings.js';
import { REPORTED, fact } from './rescue-episodes.fact.js';

const episodeId = 'e-1';
const admitted = (time: string, personRef: string | null = 'per_00000001', episode = episodeId) =>
  factEvent(
    ADMITTED,
    { episodeId: episode, personRef, anonymousRef: 'w-1', station: 's-1', mode: 'SELF', ageBand: 'ADULT' },
    { time },
  );
const discharged = (time: string, destinationRegion = '310118', exchangeRequestId: string | null = null) =>
  factEvent(DISCHARGED, { episodeId, destinationRegion, mode: 'FAMILY_PICKUP', exchangeRequestId }, { time });
const then = (type: string, time: string) => factEvent(type, { episodeId }, { time });
const reported = (count: number) =>
  factEvent(
    REPORTED,
    { region: '310105', mode: 'SELF', period: '2020-03', count },
    { time: '2020-03-31', street: undefined },
  );
const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded(`episode:${episodeId}`);
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('rescue episodes', () => {
  it('given a discharge, the person is in care until that day; the rescue stays counted', () => {
    expect(fold(admitted('2020-03-01'), discharged('2020-03-09')).rows).toMatchObject([
      { measure: 'rescue.admissions', amount: 1, validFrom: '2020-03-01', validUntil: null },
      { measure: 'rescue.in-care', amount: 1, validFrom: '2020-03-01', validUntil: '2020-03-09' },
    ]);
  });

  it('given one episode admitted twice, is one rescue', () => {
    const history = [admitted('2020-03-01'), admitted('2020-03-02')];
    expect(fold(...history).rows.filter(({ measure }) => measure === 'rescue.admissions')).toHaveLength(1);
    expect(cases(...history)).toEqual(['STATE: admitted twice']);
  });

  it('given anything without the admission or before it, reports it', () => {
    expect(cases(then(MATCHED, '2020-03-01'), then(FAMILY_FOUND, '2020-03-02'))).toEqual([
      'MISSING_PREDECESSOR: before the admission',
      'MISSING_PREDECESSOR: before the admission',
    ]);
    expect(cases(discharged('2020-02-01'), admitted('2020-03-01'))).toEqual([
      'STATE: earlier than the admission',
    ]);
  });

  it('given a second discharge, reports it', () => {
    expect(cases(admitted('2020-03-01'), discharged('2020-03-02'), discharged('2020-03-03'))).toEqual([
      'STATE: discharged twice',
    ]);
  });

  it('given a person who leaves for another province, an exchange is on record', () => {
    expect(cases(admitted('2020-03-01'), discharged('2020-03-09', '340104', 'x-1'))).toEqual([]);
    expect(cases(admitted('2020-03-01'), discharged('2020-03-09', '340104'))).toEqual([
      'MISSING_PREDECESSOR: left the province without an exchange',
    ]);
  });

  it('given an unidentified person, the notice is due within 24 hours', () => {
    const unknown = admitted('2020-03-01T08:00:00+08:00', null);
    const later = discharged('2020-03-09');
    expect(cases(unknown, then(NOTICE, '2020-03-02T08:00:00+08:00'), later)).toEqual([]);
    expect(cases(unknown, then(NOTICE, '2020-03-02T08:00:01+08:00'), later)).toEqual([
      'LIMIT: no notice within 24 hours',
    ]);
    expect(cases(unknown)).toEqual([]);
  });

  it('given a monthly report, counts what the episodes of the month leave', () => {
    const rows = givenHistory(fact, [
      admitted('2020-03-01'),
      admitted('2020-03-02', 'per_00000002', 'e-2'),
      reported(30),
    ]).folded('month:310105:2020-03').rows;
    expect(rows).toMatchObject([{ amount: 28, street: 'unknown', dims: { mode: 'SELF', record: 'REPORT' } }]);
  });
});
