import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { told } from '../institution-events.fixture.spec.js';
import { fact } from './time-bank.fact.js';

const { amounts, cases } = told(fact, 'per_00000001');

const recorded = (time: string, minutes: number) =>
  factEvent(
    'cn.gov.mca.eldercare.timebank.recorded',
    { personRef: 'per_00000001', minutes, counterpart: 'per_00000002' },
    { time },
  );

describe('time bank', () => {
  it('given entries, the balance is their sum; earned and spent are counted apart', () => {
    expect(amounts(recorded('2020-05-01', 90), recorded('2020-06-01', -60))).toEqual([
      ['timebank-balance', 90],
      ['timebank-minutes', 'EARNED', 90],
      ['timebank-balance', -60],
      ['timebank-minutes', 'SPENT', 60],
    ]);
  });

  it('given more spent than earned, reports it on the day it happens and not again', () => {
    const history = [recorded('2020-05-01', 30), recorded('2020-06-01', -60), recorded('2020-06-02', -10)];
    expect(cases(...history)).toEqual(['NEGATIVE_STOCK: account overdrawn']);
    expect(cases(...history, recorded('2020-07-01', 60), recorded('2020-08-01', -60))).toEqual([
      'NEGATIVE_STOCK: account overdrawn',
      'NEGATIVE_STOCK: account overdrawn',
    ]);
  });

  it('given minutes earned on the day they are spent, whatever the hour, nothing is overdrawn', () => {
    expect(
      cases(recorded('2020-05-01T09:00:00+08:00', -30), recorded('2020-05-01T18:00:00+08:00', 30)),
    ).toEqual([]);
  });
});
