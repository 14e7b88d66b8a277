import { describe, expect, it } from '@jest/globals';
import { factEvent, givenHistory } from '@minhai/testing';
import { told } from '../institution-events.fixture.spec.js';
import { fact } from './home-beds.fact.js';

const { spans, cases } = told(fact, 'per_00000001');

const personRef = 'per_00000001';
const established = (time: string, homeBedId = 'h-1', assessedLevel = 'CARE_5') =>
  factEvent(
    'cn.gov.mca.eldercare.homebed.established',
    { homeBedId, personRef, providerUsci: '示例', assessedLevel },
    { time },
  );
const closed = (time: string, homeBedId = 'h-1') =>
  factEvent('cn.gov.mca.eldercare.homebed.closed', { homeBedId, personRef, reason: null }, { time });

describe('care beds at home', () => {
  it('given a contract and its end, counts between', () => {
    expect(spans(established('2019-03-01'), closed('2020-03-01'))).toEqual([
      ['2019-03-01', '2020-03-01', 'CARE_5'],
    ]);
  });

  it('given two at a time, counts the person once and reports it', () => {
    const both = [established('2019-03-01'), established('2019-06-01', 'h-2')];
    expect(spans(...both)).toEqual([['2019-03-01', null, 'CARE_5']]);
    expect(cases(...both)).toEqual(['STATE: two home beds at a time']);
    expect(cases(established('2019-03-01'), closed('2019-06-01'), established('2019-06-01', 'h-2'))).toEqual(
      [],
    );
  });

  it('given a bed established again while another is open, behind that other one, which counts', () => {
    const other = established('2019-05-01', 'h-2');
    const again = established('2019-06-01');
    const history = [established('2019-03-01'), closed('2019-04-01'), other, again];
    expect(givenHistory(fact, history).folded(personRef).findings).toMatchObject([
      { detail: { case: 'two home beds at a time', day: '2019-06-01' }, causes: [other.id, again.id] },
    ]);
    const sameDay = established('2019-05-01T18:00:00+08:00', 'h-1', 'CARE_2');
    expect(spans(established('2019-03-01'), closed('2019-04-01'), other, sameDay)).toEqual([
      ['2019-03-01', '2019-04-01', 'CARE_5'],
      ['2019-05-01', null, 'CARE_5'],
    ]);
  });

  it('given it is closed without a contract or twice, or established twice, says so', () => {
    expect(cases(closed('2019-03-01'))).toEqual(['MISSING_PREDECESSOR: closed before established']);
    expect(cases(established('2019-03-01'), closed('2019-06-01'), closed('2019-07-01'))).toEqual([
      'STATE: closed twice',
    ]);
    expect(cases(established('2019-03-01'), established('2019-06-01'))).toEqual(['STATE: established twice']);
  });
});
