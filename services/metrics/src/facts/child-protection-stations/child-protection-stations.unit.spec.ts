import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { street } from '../division.fixture.spec.js';
import { CERTIFIED, REVOKED, fact } from './child-protection-stations.fact.js';

const STREET = '310105001';
const assessed = (time: string, passed = true) =>
  factEvent(
    CERTIFIED,
    { street: STREET, standard: '示例标准', score: passed ? '90' : '50', passed, name: null },
    { time },
  );
const revoked = (time: string) => factEvent(REVOKED, { street: STREET, reason: 'FAILED_REVIEW' }, { time });

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, [street(STREET), ...events]).folded(STREET);
const spans = (...events: FactEvent<any>[]) =>
  fold(...events).rows.map(({ validFrom, validUntil }) => [validFrom, validUntil]);
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('child-protection station of a 街镇', () => {
  it('given revoked and certified again, complies on all days but those between', () => {
    const history = [assessed('2019-01-01'), revoked('2020-03-01'), assessed('2020-09-01')];
    expect(spans(...history)).toEqual([
      ['2019-01-01', '2020-03-01'],
      ['2020-09-01', null],
    ]);
    expect(cases(...history)).toEqual([]);
  });

  it('given a failed assessment, it gives nothing, and takes away what was there', () => {
    expect(spans(assessed('2019-01-01', false), assessed('2019-06-01'))).toEqual([['2019-06-01', null]]);
    const failed = [assessed('2019-01-01'), assessed('2020-01-01', false), assessed('2020-02-01', false)];
    expect(spans(...failed)).toEqual([['2019-01-01', '2020-01-01']]);
    expect(cases(...failed)).toEqual([]);
  });

  it('given a second certification while one stands, counts one station and reports it', () => {
    const history = [assessed('2019-01-01'), assessed('2020-01-01')];
    expect(spans(...history)).toEqual([['2019-01-01', null]]);
    expect(cases(...history)).toEqual(['STATE: certified twice']);
  });

  it('given a revocation of nothing, reports what is missing', () => {
    expect(cases(revoked('2020-01-01'))).toEqual(['MISSING_PREDECESSOR: revoked before certified']);
    expect(cases(assessed('2019-01-01'), revoked('2020-01-01'), revoked('2020-02-01'))).toEqual([
      'STATE: revoked twice',
    ]);
  });
});
