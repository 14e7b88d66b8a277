import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { caseTexts, rowTexts } from '../case-texts.fixture.spec.js';
import { BOOKED, fact } from './funeral-memorials.fact.js';

const booked = (time: string, slotOn: string) =>
  factEvent(BOOKED, { bookingNo: 'b-1', cemeteryId: 'c-1', slotOn, slotMinute: 480, persons: 4 }, { time });

describe('memorial visits', () => {
  it('count on the day booked, not on the day of booking', () => {
    expect(rowTexts(fact, 'b-1', [booked('2020-03-20', '2020-04-04')])).toEqual([
      'memorial-bookings 1 2020-04-04',
      'memorial-visitors 4 2020-04-04',
    ]);
  });

  it('given a number used twice, counts the first and reports it', () => {
    const history = [booked('2020-03-20', '2020-04-04'), booked('2020-03-21', '2020-04-05')];
    expect(rowTexts(fact, 'b-1', history)[0]).toBe('memorial-bookings 1 2020-04-04');
    expect(caseTexts(fact, 'b-1', history)).toEqual(['STATE: booking number used twice']);
  });
});
