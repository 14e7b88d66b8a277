import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { caseTexts, rowTexts } from '../case-texts.fixture.spec.js';
import { APPLIED, DIVORCED, WITHDRAWN } from './divorce-events.js';
import { fact } from './marriage-divorce-applications.fact.js';

const applicationNo = 'd-1';
const applied = (filedOn: string) =>
  factEvent(
    APPLIED,
    { applicationNo, certWordNo: 'J310118-2019-000001', officeRegion: '310118', filedOn },
    { time: filedOn },
  );
const withdrawn = (time: string, by = 'WIFE', filedOn = '2021-01-04') =>
  factEvent(WITHDRAWN, { applicationNo, filedOn, by }, { time });
const divorced = (time: string, kind = 'REGISTERED') =>
  factEvent(
    DIVORCED,
    { certWordNo: `L310118-2021-${time}`, applicationNo, officeRegion: '310118', kind },
    { time },
  );
const cases = (...history: Parameters<typeof caseTexts>[2][number][]) =>
  caseTexts(fact, applicationNo, history);

describe('applications for divorce', () => {
  it('given an application and its registration, counts each on its day', () => {
    expect(rowTexts(fact, applicationNo, [applied('2021-01-04'), divorced('2021-02-04')])).toEqual([
      'divorce-applications 1 2021-01-04 FILED',
      'divorce-applications 1 2021-02-04 REGISTERED',
    ]);
  });

  it('registers from day 31 to day 60, the latter prolonged over a holiday', () => {
    const on = (day: string) => cases(applied('2021-01-04'), divorced(day));
    expect(on('2021-02-03')).toEqual(['LIMIT: divorced before day 31']);
    expect([on('2021-02-04'), on('2021-03-05')]).toEqual([[], []]);
    expect(on('2021-03-06')).toEqual(['LIMIT: divorced after day 60']);
    const overNewYear = (day: string) => cases(applied('2021-12-05'), divorced(day));
    expect([overNewYear('2022-02-07'), overNewYear('2022-02-08')]).toEqual([
      [],
      ['LIMIT: divorced after day 60'],
    ]);
  });

  it('a judgment put on file waits for nothing', () => {
    expect(cases(applied('2021-01-04'), divorced('2021-01-05', 'JUDGMENT_FILED'))).toEqual([]);
  });

  it('is withdrawn by a party through day 30, and by itself from day 61 on', () => {
    const by = (party: string, day: string) => cases(applied('2021-01-04'), withdrawn(day, party));
    expect([by('WIFE', '2021-02-03'), by('DEEMED', '2021-03-06')]).toEqual([[], []]);
    expect(by('WIFE', '2021-02-04')).toEqual(['LIMIT: withdrawn after day 30']);
    expect(by('DEEMED', '2021-03-05')).toEqual(['LIMIT: deemed withdrawn before day 61']);
  });

  it.each([
    ['divorced without', [divorced('2021-02-04')], ['MISSING_PREDECESSOR: divorced without an application']],
    [
      'withdrawn without',
      [withdrawn('2021-01-05')],
      ['MISSING_PREDECESSOR: withdrawn without an application'],
    ],
    ['filed twice', [applied('2021-01-04'), applied('2021-01-05')], ['STATE: applied for twice']],
    [
      'withdrawn twice',
      [applied('2021-01-04'), withdrawn('2021-01-05'), withdrawn('2021-01-06')],
      ['STATE: withdrawn twice'],
    ],
    [
      'withdrawn with another day',
      [applied('2021-01-04'), withdrawn('2021-01-06', 'WIFE', '2021-01-05')],
      ['STATE: withdrawn with another day of filing'],
    ],
    [
      'divorced although withdrawn',
      [applied('2021-01-04'), withdrawn('2021-01-20'), divorced('2021-02-10')],
      ['STATE: divorced after the withdrawal'],
    ],
    [
      'divorced twice',
      [applied('2021-01-04'), divorced('2021-02-10'), divorced('2021-02-11')],
      ['STATE: registered twice on one application'],
    ],
    [
      'divorced before',
      [applied('2021-03-04'), divorced('2021-02-10')],
      ['STATE: divorced before it was applied for'],
    ],
    [
      'withdrawn before',
      [withdrawn('2021-01-03'), applied('2021-01-04')],
      ['STATE: withdrawn before it was applied for'],
    ],
  ])('given it is %s, reports it', (_, history, expected) => {
    expect(caseTexts(fact, applicationNo, history)).toEqual(expected);
  });

  it('before 2021 a divorce names no application and belongs to none', () => {
    const read = fact.reads[DIVORCED]!;
    expect(read(factEvent(DIVORCED, { applicationNo: null }, { time: '2020-12-31' }))).toEqual([]);
  });
});
