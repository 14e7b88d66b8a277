import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { caseTexts, rowTexts } from '../case-texts.fixture.spec.js';
import { fact } from './marriage-registrars.fact.js';
import { CERTIFIED, LEFT, REGISTERED } from './registrar-events.js';

const registrarNo = 'r-1';
const office = { registrarNo, officeRegion: '310118' };
const certified = (time: string, validTo: string) =>
  factEvent(CERTIFIED, { ...office, certNo: time, validTo }, { time });
const left = (time: string) => factEvent(LEFT, office, { time });
const married = (time: string) =>
  factEvent(REGISTERED, { ...office, certWordNo: 'J310118-2020-000001' }, { time });
const duty = (...history: Parameters<typeof caseTexts>[2][number][]) =>
  caseTexts(fact, 'duty:r-1:2020', history);
const career = (...history: Parameters<typeof caseTexts>[2][number][]) =>
  rowTexts(fact, 'career:r-1', history);

describe('marriage registrars', () => {
  it('are active from the first certificate until they leave, with one in force or without', () => {
    expect(career(certified('2018-03-01', '2020-02-29'), left('2020-09-01'))).toEqual([
      'registrars 1 2018-03-01/2020-03-01 VALID',
      'registrars 1 2020-03-01/2020-09-01 EXPIRED',
    ]);
    expect(career(certified('2018-03-01', '2020-02-29'), certified('2020-02-15', '2022-02-28'))).toEqual([
      'registrars 1 2018-03-01/2020-02-15 VALID',
      'registrars 1 2020-02-15/2022-03-01 VALID',
      'registrars 1 2022-03-01 EXPIRED',
    ]);
  });

  it('leave once, and only when they were there', () => {
    const cases = (...history: Parameters<typeof caseTexts>[2][number][]) =>
      caseTexts(fact, 'career:r-1', history);
    expect(cases(left('2020-09-01'))).toEqual(['MISSING_PREDECESSOR: left before certified']);
    expect(cases(certified('2018-03-01', '2022-02-28'), left('2020-09-01'), left('2020-09-02'))).toEqual([
      'STATE: left twice',
    ]);
  });

  it.each([
    [
      'on the last day of the certificate',
      [certified('2018-03-01', '2020-02-29'), married('2020-02-29')],
      [],
    ],
    [
      'the day after',
      [certified('2018-03-01', '2020-02-29'), married('2020-03-01')],
      ['AUTHORISATION: registered with an expired certificate'],
    ],
    [
      'after leaving',
      [certified('2018-03-01', '2022-02-28'), left('2020-09-01'), married('2020-09-01')],
      ['AUTHORISATION: registered after leaving'],
    ],
    [
      'before the first certificate',
      [married('2020-05-01'), certified('2020-06-01', '2022-05-31')],
      ['AUTHORISATION: registered before certified'],
    ],
    [
      'by somebody unknown, once a year',
      [married('2020-05-01'), married('2020-05-02')],
      ['AUTHORISATION: registered by an unknown registrar'],
    ],
  ])('given a marriage is registered %s, judges it', (_, history, expected) => {
    expect(duty(...history)).toEqual(expected);
  });

  it('count as active without a certificate in the year in which an unknown one registers', () => {
    expect(rowTexts(fact, 'duty:r-1:2020', [married('2020-05-01'), married('2020-07-01')])).toEqual([
      'registrars 1 2020-05-01/2021-01-01 NONE',
    ]);
  });

  it('reads a certificate into every year it reaches, and a leaving into ten more', () => {
    expect(fact.reads[CERTIFIED]!(certified('2019-03-01', '2021-02-28'))).toEqual([
      'career:r-1',
      'duty:r-1:2019',
      'duty:r-1:2020',
      'duty:r-1:2021',
    ]);
    expect(fact.reads[LEFT]!(left('2020-09-01')).at(-1)).toBe('duty:r-1:2030');
    expect(fact.reads[REGISTERED]!(married('2020-12-31'))).toEqual(['duty:r-1:2020']);
  });
});
