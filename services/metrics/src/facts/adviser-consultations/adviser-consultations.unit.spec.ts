import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { CLOSED, OPENED } from '../adviser-points/adviser-points.fact.js';
import { CONSULTED, fact } from './adviser-consultations.fact.js';

const pointId = 'p-1';
const opened = (time: string) =>
  factEvent(OPENED, { pointId, level: 'STREET', name: '示例顾问点', institutionId: null }, { time });
const closed = (time: string) => factEvent(CLOSED, { pointId, level: 'STREET', reason: null }, { time });
const consulted = (time: string) => factEvent(CONSULTED, { pointId, topic: 'POLICY', minutes: 20 }, { time });

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded(pointId);
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('consultations of an adviser point', () => {
  it('given an open point, counts each on its day', () => {
    const { rows, findings } = fold(opened('2019-01-01'), consulted('2019-01-01'), consulted('2019-02-01'));
    expect(
      rows.map(({ amount, dims, validFrom, validUntil }) => [amount, dims, validFrom, validUntil]),
    ).toEqual([
      [1, { topic: 'POLICY' }, '2019-01-01', null],
      [1, { topic: 'POLICY' }, '2019-02-01', null],
    ]);
    expect(findings).toEqual([]);
  });

  it('given no opening before it, counts and misses it', () => {
    expect(fold(consulted('2019-01-01')).rows).toHaveLength(1);
    expect(cases(consulted('2019-01-01'), opened('2019-02-01'))).toEqual([
      'MISSING_PREDECESSOR: consulted before opened',
    ]);
  });

  it('given a closed point, counts and reports the state', () => {
    const history = [opened('2019-01-01'), closed('2020-01-01'), consulted('2020-01-01')];
    expect(fold(...history).rows).toHaveLength(1);
    expect(cases(...history)).toEqual(['STATE: consulted while closed']);
  });
});
