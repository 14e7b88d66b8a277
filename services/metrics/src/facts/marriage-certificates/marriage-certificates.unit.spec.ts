import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { caseTexts, rowTexts } from '../case-texts.fixture.spec.js';
import { ANNULLED, APPLIED, DIVORCED, REGISTERED, REISSUED } from './certificate-events.js';
import { fact } from './marriage-certificates.fact.js';

const J = 'J310118-2019-000001';
const BJ = 'BJ310118-2020-000001';
const L = 'L310118-2020-000001';
const officeRegion = '310118';
const married = (time = '2019-05-20') => factEvent(REGISTERED, { certWordNo: J, officeRegion }, { time });
const divorced = (time: string) =>
  factEvent(DIVORCED, { certWordNo: L, marriageWordNo: J, officeRegion }, { time });
const reissued = (time: string, originalWordNo = J) =>
  factEvent(REISSUED, { certWordNo: BJ, originalWordNo, officeRegion }, { time });
const annulled = (time: string) =>
  factEvent(
    ANNULLED,
    { certWordNo: J, ground: 'COERCION', authority: 'COURT' },
    { time, district: officeRegion },
  );
const applied = (time: string, certWordNo = J) =>
  factEvent(APPLIED, { applicationNo: 'd-1', certWordNo, officeRegion }, { time });

describe('certificates of marriage and divorce', () => {
  it('given what may follow each other, finds nothing', () => {
    const history = [married(), reissued('2020-03-01'), applied('2021-01-04'), divorced('2021-02-10')];
    expect(caseTexts(fact, J, history)).toEqual([]);
    expect(caseTexts(fact, J, [married(), divorced('2020-05-01'), annulled('2020-06-01')])).toEqual([]);
  });

  it('counts a reissue at its own number and an annulment on the day of its decision', () => {
    expect(rowTexts(fact, BJ, [reissued('2020-03-01')])).toEqual([
      'certificates-reissued 1 2020-03-01 MARRIAGE',
    ]);
    expect(rowTexts(fact, J, [married(), reissued('2020-03-01'), annulled('2020-06-01')])).toEqual([
      'annulments 1 2020-06-01 COERCION COURT',
    ]);
  });

  it.each([
    ['reissued', reissued('2020-03-01'), 'reissued'],
    ['applied on', applied('2021-01-04'), 'applied for divorce'],
    ['divorced', divorced('2020-05-01'), 'divorced'],
    ['annulled', annulled('2020-06-01'), 'annulled'],
  ])('given it is %s and is not on the register, or only later, reports it', (_, event, verb) => {
    expect(caseTexts(fact, J, [event])).toEqual([`MISSING_PREDECESSOR: ${verb} without its certificate`]);
    expect(caseTexts(fact, J, [event, married('2022-01-01')])).toEqual([
      `STATE: ${verb} before its certificate`,
    ]);
  });

  it('given a certificate older than the register, says nothing', () => {
    const old = 'J310118-2015-000001';
    expect(caseTexts(fact, old, [reissued('2020-03-01', old), applied('2021-01-04', old)])).toEqual([]);
    expect(caseTexts(fact, '沪青婚字第0123号', [reissued('2020-03-01', '沪青婚字第0123号')])).toEqual([]);
  });

  it.each([
    ['reissued', [divorced('2020-05-01'), reissued('2020-06-01')], 'STATE: reissued after it was divorced'],
    [
      'applied on',
      [annulled('2020-05-01'), applied('2021-01-04')],
      'STATE: applied for divorce after it was annulled',
    ],
    ['divorced', [annulled('2020-05-01'), divorced('2020-06-01')], 'STATE: divorced after it was annulled'],
    ['annulled', [annulled('2020-05-01'), annulled('2020-06-01')], 'STATE: annulled twice'],
  ])('given a marriage that is over is %s, reports it', (_, history, expected) => {
    expect(caseTexts(fact, J, [married(), ...history])).toEqual([expected]);
  });

  it('given the number of a reissue is used twice, reports it', () => {
    expect(caseTexts(fact, BJ, [reissued('2020-03-01'), reissued('2020-03-02')])).toEqual([
      'STATE: word number used twice',
    ]);
  });
});
