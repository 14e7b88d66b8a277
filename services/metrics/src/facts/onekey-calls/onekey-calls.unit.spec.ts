import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { told } from '../institution-events.fixture.spec.js';
import { CALLED, CLOSED } from './call.js';
import { fact } from './onekey-calls.fact.js';

const personRef = 'per_00000001';
const called = (time: string, callId = 'o-1', responseSeconds: number | null = null) =>
  factEvent(CALLED, { callId, personRef, service: 'TAXI', responseSeconds }, { time });
const closed = (time: string, data: object = {}) =>
  factEvent(
    CLOSED,
    { callId: 'o-1', personRef, service: 'TAXI', outcome: 'SERVED', responseSeconds: 40, ...data },
    { time },
  );
const reported = (region: string, count: number) =>
  factEvent(
    'cn.gov.mca.eldercare.onekey.reported',
    { region, service: 'TAXI', period: '2020-06', count },
    { time: '2020-06-30', street: region.length > 6 ? region : undefined },
  );

const call = told(fact, 'call:o-1');
const month = told(fact, 'month:310105:2020-06');

describe('one-key calls', () => {
  it('given a call and its closing, counts both and the time of answer the closing gives', () => {
    expect(call.amounts(called('2020-06-01', 'o-1', 55), closed('2020-06-02'))).toEqual([
      ['onekey-calls', 'TAXI', 'CALL', 1],
      ['onekey-closings', 'TAXI', 'SERVED', 1],
      ['onekey-answers', 'TAXI', 1],
      ['onekey-answer-seconds', 'TAXI', 40],
    ]);
    expect(call.cases(called('2020-06-01'), closed('2020-06-02'))).toEqual([]);
  });

  it('given a call closed before it was made, twice, or as something else, says so', () => {
    expect(call.cases(closed('2020-06-02'))).toEqual(['MISSING_PREDECESSOR: closed before called']);
    expect(call.cases(called('2020-06-03'), closed('2020-06-02'))).toEqual(['STATE: closed before called']);
    expect(call.cases(called('2020-06-01'), closed('2020-06-02'), closed('2020-06-03'))).toEqual([
      'STATE: closed twice',
    ]);
    expect(call.cases(called('2020-06-01'), called('2020-06-02'))).toEqual(['STATE: called twice']);
    expect(call.cases(called('2020-06-01'), closed('2020-06-02', { service: 'MEAL' }))).toEqual([
      'STATE: closed as another service',
    ]);
    expect(call.cases(called('2020-06-01'), closed('2020-06-02', { personRef: 'per_00000002' }))).toEqual([
      'STATE: closed for another person',
    ]);
  });

  it('given a monthly report, counts what it says beyond the calls of the month', () => {
    const calls = [called('2020-06-01'), called('2020-06-05', 'o-2')];
    expect(month.amounts(...calls, reported('310105001', 5))).toEqual([
      ['onekey-calls', 'TAXI', 'REPORT', 3],
    ]);
    expect(month.amounts(...calls, reported('310105001', 2))).toEqual([]);
    expect(month.cases(...calls, reported('310105001', 1))).toEqual([
      'AFTER_MISMATCH: reported less than recorded',
    ]);
  });
});
