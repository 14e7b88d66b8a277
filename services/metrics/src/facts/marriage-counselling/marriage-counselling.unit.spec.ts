import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { caseTexts, rowTexts } from '../case-texts.fixture.spec.js';
import { PROVIDED, fact } from './marriage-counselling.fact.js';

const provided = (time: string, minutes = 45) =>
  factEvent(PROVIDED, { sessionId: 'c-1', officeRegion: '310118', minutes }, { time });

describe('marriage counselling', () => {
  it('counts the session and its minutes at the office', () => {
    expect(rowTexts(fact, 'c-1', [provided('2020-06-01')])).toEqual([
      'counselling-sessions 1 2020-06-01',
      'counselling-minutes 45 2020-06-01',
    ]);
  });

  it('given a session recorded twice, counts the first and reports it', () => {
    const history = [provided('2020-06-02', 60), provided('2020-06-01')];
    expect(rowTexts(fact, 'c-1', history)).toHaveLength(2);
    expect(caseTexts(fact, 'c-1', history)).toEqual(['STATE: session recorded twice']);
  });
});
