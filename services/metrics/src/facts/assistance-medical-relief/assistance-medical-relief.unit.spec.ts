import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { REPORTED, SETTLED, fact } from './assistance-medical-relief.fact.js';

const settled = (settlementId: string, selfPayFen: number, reliefFen: number, time = '2020-03-05') =>
  factEvent(
    SETTLED,
    { settlementId, personRef: 'per_00000001', category: 'DIBAO', selfPayFen, reliefFen },
    { time },
  );
const reported = (selfPayFen: number, reliefFen: number) =>
  factEvent(
    REPORTED,
    { region: '310105001', category: 'DIBAO', period: '2020-03', selfPayFen, reliefFen },
    { time: '2020-03-31' },
  );
const amounts = (entity: string, ...events: FactEvent<any>[]) =>
  givenHistory(fact, events)
    .folded(entity)
    .rows.map(({ measure, amount }) => [measure, amount]);

describe('medical relief', () => {
  it('given a settlement, counts relief and own share', () => {
    expect(amounts('settlement:m-1', settled('m-1', 100, 91))).toEqual([
      ['assistance.medical-relief-fen', 91],
      ['assistance.medical-self-pay-fen', 100],
    ]);
  });

  it('given a settlement without relief, its own share still counts', () => {
    expect(amounts('settlement:m-1', settled('m-1', 100, 0))).toEqual([
      ['assistance.medical-self-pay-fen', 100],
    ]);
  });

  it('given a settlement sent twice under one number, counts once and reports it', () => {
    const { rows, findings } = givenHistory(fact, [
      settled('m-1', 100, 91),
      settled('m-1', 100, 91, '2020-03-06'),
    ]).folded('settlement:m-1');
    expect(rows).toHaveLength(2);
    expect(findings).toMatchObject([{ rule: 'STATE', detail: { case: 'settled twice' } }]);
  });

  it('given the report of the month, counts what settlements leave', () => {
    expect(amounts('month:310105:2020-03', settled('m-1', 100, 91), reported(1000, 900))).toEqual([
      ['assistance.medical-relief-fen', 809],
      ['assistance.medical-self-pay-fen', 900],
    ]);
  });
});
