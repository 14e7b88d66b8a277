import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { ASSIGNED, REMOVED, fact } from './community-tags.fact.js';

const tag = { personRef: 'per_00000001', tag: 'LIVING-ALONE', level: 'VILLAGE' } as const;
const assigned = (time: string, validTo: string | null = null, dictionaryVersion = '2022-01') =>
  factEvent(ASSIGNED, { ...tag, dictionaryVersion, validTo }, { time });
const removed = (time: string, dictionaryVersion = '2022-01') =>
  factEvent(REMOVED, { ...tag, dictionaryVersion, reason: null }, { time });

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('per_00000001');
const spans = (...events: FactEvent<any>[]) =>
  fold(...events).rows.map(({ validFrom, validUntil }) => [validFrom, validUntil]);
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('tags of a person', () => {
  it('given a removal or a last day, lasts until then; a renewal takes over without counting twice', () => {
    expect(spans(assigned('2022-03-01'), removed('2022-06-01'))).toEqual([['2022-03-01', '2022-06-01']]);
    expect(spans(assigned('2022-03-01', '2022-12-31'), assigned('2022-11-01', '2023-12-31'))).toEqual([
      ['2022-03-01', '2022-11-01'],
      ['2022-11-01', '2024-01-01'],
    ]);
  });

  it('given a removal alone, misses the assignment, and names nobody', () => {
    expect(cases(removed('2022-06-01'))).toEqual(['MISSING_PREDECESSOR: removed before assigned']);
    expect(JSON.stringify(fold(removed('2022-06-01')).findings)).not.toContain('per_');
  });

  it('given it is removed twice, reports it; given it has run out by then, there is nothing to remove twice', () => {
    expect(cases(assigned('2022-03-01'), removed('2022-06-01'), removed('2022-07-01'))).toEqual([
      'STATE: removed twice',
    ]);
    expect(cases(assigned('2022-03-01', '2022-05-31'), removed('2022-06-01'))).toEqual([]);
  });

  it('given a version of the dictionary older than one in use, reports it', () => {
    expect(cases(assigned('2022-03-01', null, '2022-02'), removed('2022-06-01', '2022-01'))).toEqual([
      'STATE: from an older dictionary',
    ]);
  });
});
