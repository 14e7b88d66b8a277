import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { street } from '../division.fixture.spec.js';
import { CLOSED, OPENED, fact } from './assistive-rental-points.fact.js';

const STREET = '310105001';
const opened = (pointId: string, time: string) =>
  factEvent(OPENED, { pointId, name: '示例租赁点', operatorUsci: null }, { time });
const closed = (pointId: string, time: string) => factEvent(CLOSED, { pointId, reason: 'MERGED' }, { time });
const stands = street(STREET);

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded(STREET);
const spans = (measure: string, ...events: FactEvent<any>[]) =>
  fold(...events)
    .rows.filter((row) => row.measure === measure)
    .map(({ amount, validFrom, validUntil }) => [amount, validFrom, validUntil]);
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('rental points of a 街镇', () => {
  it('given several points, covers the 街镇 once and counts the points', () => {
    const history = [stands, opened('p-1', '2018-01-01'), opened('p-2', '2019-01-01')];
    expect(spans('assistive.covered-streets', ...history)).toEqual([[1, '2018-01-01', null]]);
    expect(spans('assistive.rental-points', ...history)).toHaveLength(2);
  });

  it('given the first closed while the second is open, the 街镇 stays covered until the last closes', () => {
    const history = [
      stands,
      opened('p-1', '2018-01-01'),
      opened('p-2', '2019-01-01'),
      closed('p-1', '2019-06-01'),
      closed('p-2', '2020-06-01'),
    ];
    expect(spans('assistive.covered-streets', ...history)).toEqual([[1, '2018-01-01', '2020-06-01']]);
  });

  it('names the events that make the figure', () => {
    const history = [stands, opened('p-1', '2018-01-01'), closed('p-1', '2020-06-01')];
    const covered = fold(...history).rows.find(({ measure }) => measure === 'assistive.covered-streets')!;
    expect(covered).toMatchObject({ district: '310105', street: STREET, dims: {} });
    expect([...covered.causes].sort()).toEqual(history.map(({ id }) => id).sort());
  });

  it('given a 街镇 that is abolished, covers nothing from then on and reports the point it left', () => {
    const history = [stands, opened('p-1', '2018-01-01'), street(STREET, '2020-07-01', 'ABOLISHED')];
    expect(spans('assistive.covered-streets', ...history)).toEqual([[1, '2018-01-01', '2020-07-01']]);
    expect(cases(...history)).toEqual(['STATE: outlasts its street']);
    expect(cases(...history, opened('p-2', '2021-01-01'))).toEqual([
      'STATE: outlasts its street',
      'STATE: in a street that does not stand',
    ]);
  });

  it('given a renamed 街镇, covers it without a break', () => {
    const history = [stands, street(STREET, '2019-01-01', 'RENAMED'), opened('p-1', '2018-01-01')];
    expect(spans('assistive.covered-streets', ...history)).toEqual([[1, '2018-01-01', null]]);
  });

  it('given a 街镇 nobody announced, counts the point, covers nothing and says why', () => {
    const history = [opened('p-1', '2018-01-01')];
    expect(spans('assistive.covered-streets', ...history)).toEqual([]);
    expect(spans('assistive.rental-points', ...history)).toHaveLength(1);
    expect(cases(...history)).toEqual(['MISSING_PREDECESSOR: in a street that is not known']);
  });

  it('given openings and closings that do not fit, reports them', () => {
    expect(
      cases(stands, opened('p-1', '2018-01-01'), opened('p-1', '2018-02-01'), closed('p-2', '2018-03-01')),
    ).toEqual(['STATE: opened twice', 'MISSING_PREDECESSOR: closed before opened']);
  });
});
