import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { caseTexts, rowTexts } from '../case-texts.fixture.spec.js';
import { fact } from './exchange-requests.fact.js';
import { ACCEPTED, DELIVERED, OBJECTED, REFUSED, SUBMITTED } from './request-events.js';

const requestId = 'q-1';
const submitted = (time: string) =>
  factEvent(
    SUBMITTED,
    { requestId, resource: 'MARRIAGE_STATUS', queryFields: ['status'], dueOn: '2023-06-20' },
    { time },
  );
const accepted = (time: string, dueOn: string | null = null) =>
  factEvent(ACCEPTED, { requestId, dueOn }, { time });
const refused = (time: string) => factEvent(REFUSED, { requestId, reason: 'PURPOSE' }, { time });
const answered = (time: string, field = 'status') =>
  factEvent(DELIVERED, { requestId, result: 'MATCH', answers: [{ field, value: 'MARRIED' }] }, { time });
const objected = (time: string) =>
  factEvent(OBJECTED, { objectionId: 'o-1', requestId, recordKey: null }, { time });

describe('requests between regions', () => {
  it('given a request that is accepted and answered, counts each step', () => {
    const history = [submitted('2023-06-01'), accepted('2023-06-02'), answered('2023-06-05')];
    expect(rowTexts(fact, requestId, history)).toEqual([
      'requests 1 2023-06-01 MARRIAGE_STATUS SUBMITTED',
      'requests 1 2023-06-02 MARRIAGE_STATUS ACCEPTED',
      'requests 1 2023-06-05 MARRIAGE_STATUS MATCH',
    ]);
    expect(caseTexts(fact, requestId, [...history, objected('2023-06-06')])).toEqual([]);
  });

  it.each([
    ['decided without', [accepted('2023-06-02')], ['MISSING_PREDECESSOR: decided without a request']],
    ['answered without', [answered('2023-06-02')], ['MISSING_PREDECESSOR: answered without a request']],
    [
      'answered before',
      [answered('2023-06-01'), submitted('2023-06-02')],
      ['STATE: answered before the request'],
    ],
    ['submitted twice', [submitted('2023-06-01'), submitted('2023-06-02')], ['STATE: submitted twice']],
    [
      'decided twice',
      [submitted('2023-06-01'), accepted('2023-06-02'), refused('2023-06-03')],
      ['STATE: decided twice'],
    ],
    [
      'answered twice',
      [submitted('2023-06-01'), answered('2023-06-05'), answered('2023-06-06')],
      ['STATE: answered twice'],
    ],
    [
      'answered though refused',
      [submitted('2023-06-01'), refused('2023-06-02'), answered('2023-06-05')],
      ['STATE: answered though refused'],
    ],
    ['answered late', [submitted('2023-06-01'), answered('2023-06-21')], ['LIMIT: answered late']],
    [
      'answered more',
      [submitted('2023-06-01'), answered('2023-06-05', 'spouse')],
      ['AUTHORISATION: answered more than was asked'],
    ],
    [
      'objected to without an answer',
      [submitted('2023-06-01'), objected('2023-06-06')],
      ['MISSING_PREDECESSOR: objection to an answer that is not known'],
    ],
    [
      'objected to before the answer',
      [submitted('2023-06-01'), objected('2023-06-04'), answered('2023-06-05'), objected('2023-06-06')],
      ['STATE: objection before the answer'],
    ],
  ])('given it is %s, reports it', (_, history, expected) => {
    expect(caseTexts(fact, requestId, history)).toEqual(expected);
  });

  it('given the acceptance promised another day, that day holds', () => {
    const history = [submitted('2023-06-01'), accepted('2023-06-02', '2023-06-30'), answered('2023-06-30')];
    expect(caseTexts(fact, requestId, history)).toEqual([]);
  });
});
