import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { caseTexts, rowTexts } from '../case-texts.fixture.spec.js';
import { ATTENDED, BOOKED, CANCELLED, fact } from './marriage-appointments.fact.js';

const appointmentNo = 'a-1';
const booked = (time: string, slotOn = '2020-06-09') =>
  factEvent(
    BOOKED,
    { appointmentNo, officeRegion: '310118', slotOn, slotMinute: 540, kind: 'MARRIAGE' },
    { time },
  );
const attended = (time: string, officeRegion = '310118', certWordNo: string | null = 'J310118-2020-000001') =>
  factEvent(ATTENDED, { appointmentNo, officeRegion, certWordNo }, { time });
const cancelled = (time: string) => factEvent(CANCELLED, { appointmentNo, reason: 'APPLICANT' }, { time });

describe('appointments at the marriage office', () => {
  it('given a booking that is attended, counts both and the certificate it led to', () => {
    const history = [booked('2020-06-01'), attended('2020-06-09')];
    expect(rowTexts(fact, appointmentNo, history)).toEqual([
      'appointments 1 2020-06-01 MARRIAGE BOOKED NONE',
      'appointments 1 2020-06-09 MARRIAGE ATTENDED ISSUED',
    ]);
    expect(caseTexts(fact, appointmentNo, history)).toEqual([]);
  });

  it('given nobody booked what is attended, counts nothing: it was no appointment', () => {
    expect(rowTexts(fact, appointmentNo, [attended('2020-06-09')])).toEqual([]);
    expect(rowTexts(fact, appointmentNo, [attended('2020-06-09'), booked('2020-06-10')])).toEqual([
      'appointments 1 2020-06-10 MARRIAGE BOOKED NONE',
    ]);
  });

  it.each([
    ['attended unbooked', [attended('2020-06-09')], ['MISSING_PREDECESSOR: attended without a booking']],
    ['cancelled unbooked', [cancelled('2020-06-09')], ['MISSING_PREDECESSOR: cancelled without a booking']],
    [
      'booked twice',
      [booked('2020-06-01'), booked('2020-06-02'), attended('2020-06-09')],
      ['STATE: booked twice'],
    ],
    [
      'attended before',
      [attended('2020-06-09'), booked('2020-06-10', '2020-06-09')],
      ['STATE: attended before it was booked'],
    ],
    [
      'attended after cancelling',
      [booked('2020-06-01'), cancelled('2020-06-02'), attended('2020-06-09')],
      ['STATE: attended after it was cancelled'],
    ],
    [
      'another day and office',
      [booked('2020-06-01'), attended('2020-06-10', '310105')],
      ['STATE: attended on another day than booked', 'STATE: attended at another office than booked'],
    ],
  ])('given it is %s, reports it', (_, history, expected) => {
    expect(caseTexts(fact, appointmentNo, history)).toEqual(expected);
  });
});
