import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { ALERTED, RESOLVED, fact } from './assistance-risks.fact.js';

const alerted = (time: string, dueOn: string | null = null, level = 'HIGH') =>
  factEvent(
    ALERTED,
    {
      alertId: 'w-1',
      personRef: 'per_00000001',
      householdRef: null,
      indicator: 'UNEMPLOYMENT',
      level,
      layer: null,
      dueOn,
    },
    { time },
  );
const resolved = (time: string) =>
  factEvent(RESOLVED, { alertId: 'w-1', outcome: 'FALSE_ALARM', verifiedOn: null, caseId: null }, { time });
const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('w-1');
const found = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => [`${rule}: ${detail['case']}`, detail['days']]);

describe('alerts of risk', () => {
  it('given an outcome in time, it was open until then', () => {
    const { rows, findings } = fold(alerted('2020-03-01', '2020-03-10'), resolved('2020-03-10'));
    expect(findings).toEqual([]);
    expect(rows).toMatchObject([
      { measure: 'assistance.risks' },
      { measure: 'assistance.risks-open', validFrom: '2020-03-01', validUntil: '2020-03-10' },
      { measure: 'assistance.risks-resolved', dims: { outcome: 'FALSE_ALARM', inTime: 'YES' } },
      { measure: 'assistance.risk-days', amount: 9 },
    ]);
  });

  it('given an outcome after the due day, reports by how many days', () => {
    expect(found(alerted('2020-03-01', '2020-03-10'), resolved('2020-03-12'))).toEqual([
      ['LIMIT: resolved late', 2],
    ]);
  });

  it('given no due day, the level sets it', () => {
    expect(found(alerted('2020-03-01'), resolved('2020-03-08'))).toEqual([]);
    expect(found(alerted('2020-03-01'), resolved('2020-03-09'))).toEqual([['LIMIT: resolved late', 1]]);
    expect(found(alerted('2020-03-01', null, 'LOW'), resolved('2020-03-31'))).toEqual([]);
  });

  it('given it is alerted or resolved twice, the first holds and the second is reported', () => {
    const history = [
      alerted('2020-03-01'),
      alerted('2020-03-02', null, 'LOW'),
      resolved('2020-03-05'),
      resolved('2020-03-20'),
    ];
    expect(found(...history).map(([text]) => text)).toEqual([
      'STATE: alerted twice',
      'STATE: resolved twice',
    ]);
    expect(fold(...history).rows.at(-1)).toMatchObject({ measure: 'assistance.risk-days', amount: 4 });
  });

  it('given an outcome of nothing, reports it', () => {
    expect(found(resolved('2020-03-09'))).toEqual([
      ['MISSING_PREDECESSOR: resolved before alerted', undefined],
    ]);
  });
});
