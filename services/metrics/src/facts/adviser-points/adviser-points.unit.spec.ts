import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { street } from '../division.fixture.spec.js';
import { CLOSED, OPENED, fact } from './adviser-points.fact.js';

const STREET = '310105001';
const opened = (pointId: string, level: string, time: string) =>
  factEvent(OPENED, { pointId, level, name: '示例顾问点', institutionId: null }, { time });
const closed = (pointId: string, level: string, time: string) =>
  factEvent(CLOSED, { pointId, level, reason: null }, { time });

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, [street(STREET), ...events]).folded(STREET);
const covered = (...events: FactEvent<any>[]) =>
  fold(...events)
    .rows.filter(({ measure }) => measure === 'eldercare.adviser-covered-streets')
    .map(({ dims, validFrom, validUntil }) => [dims['level'], validFrom, validUntil]);

describe('adviser points of a 街镇', () => {
  it('given points of two levels, tells them apart', () => {
    expect(
      covered(
        opened('p-1', 'VILLAGE', '2019-01-01'),
        opened('p-2', 'STREET', '2019-05-01'),
        opened('p-3', 'VILLAGE', '2019-06-01'),
      ),
    ).toEqual([
      ['VILLAGE', '2019-01-01', null],
      ['STREET', '2019-05-01', null],
    ]);
  });

  it('given a closing that names another level, closes the point as it was opened', () => {
    const history = [opened('p-1', 'STREET', '2019-01-01'), closed('p-1', 'VILLAGE', '2020-01-01')];
    expect(covered(...history)).toEqual([['STREET', '2019-01-01', '2020-01-01']]);
  });

  it('given a point opened or closed twice, reports it', () => {
    const open = opened('p-1', 'STREET', '2019-01-01');
    const texts = (...events: FactEvent<any>[]) =>
      fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);
    expect(texts(open, opened('p-1', 'STREET', '2019-02-01'))).toEqual(['STATE: opened twice']);
    const end = closed('p-1', 'STREET', '2020-01-01');
    expect(texts(open, end, closed('p-1', 'STREET', '2020-02-01'))).toEqual(['STATE: closed twice']);
  });

  it('given a closing alone, misses the opening', () => {
    expect(fold(closed('p-1', 'STREET', '2020-01-01')).findings).toMatchObject([
      { rule: 'MISSING_PREDECESSOR', detail: { case: 'closed before opened' } },
    ]);
  });
});
