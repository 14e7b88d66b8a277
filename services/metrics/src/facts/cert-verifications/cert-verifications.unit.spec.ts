import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { caseTexts, rowTexts } from '../case-texts.fixture.spec.js';
import { REPORTED, VERIFIED, fact } from './cert-verifications.fact.js';

const verified = (time: string) =>
  factEvent(VERIFIED, { verificationId: 'v-1', identifier: 'x', result: 'NOT_FOUND' }, { time });
const reported = (count: number, recorded: string) =>
  factEvent(
    REPORTED,
    { region: '310105', result: 'VALID', period: '2020-06', count },
    { time: '2020-06-30', recorded, street: undefined },
  );
const report = 'report:310105:VALID:2020-06';

describe('verifications of certificates', () => {
  it('count also where nothing was found', () => {
    expect(rowTexts(fact, 'verification:v-1', [verified('2020-06-01')])).toEqual([
      'verifications 1 2020-06-01 NOT_FOUND SINGLE',
    ]);
    expect(caseTexts(fact, 'verification:v-1', [verified('2020-06-01'), verified('2020-06-02')])).toEqual([
      'STATE: verification number used twice',
    ]);
  });

  it('given a month reported again, the report recorded last holds', () => {
    const history = [reported(9, '2020-08-01'), reported(7, '2020-07-05')];
    expect(rowTexts(fact, report, history)).toEqual(['verifications 9 2020-06-30 VALID REPORT']);
    expect(caseTexts(fact, report, history)).toEqual(['PERIOD_RESTATED: reported again']);
    expect(rowTexts(fact, report, [reported(0, '2020-07-05')])).toEqual([]);
  });

  it('reads both under keys that never meet', () => {
    expect(fact.reads[REPORTED]!(reported(1, '2020-07-05'))).toEqual([report]);
  });
});
