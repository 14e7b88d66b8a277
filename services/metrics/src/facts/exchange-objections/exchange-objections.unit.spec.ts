import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { caseTexts, rowTexts } from '../case-texts.fixture.spec.js';
import { RAISED, RESOLVED, fact } from './exchange-objections.fact.js';

const objectionId = 'o-1';
const raised = (time: string) =>
  factEvent(RAISED, { objectionId, requestId: 'q-1', recordKey: null }, { time });
const resolved = (time: string) => factEvent(RESOLVED, { objectionId, outcome: 'CORRECTED' }, { time });

describe('objections', () => {
  it('count when raised and when answered, by outcome', () => {
    expect(rowTexts(fact, objectionId, [raised('2023-06-01'), resolved('2023-06-05')])).toEqual([
      'objections 1 2023-06-01 RAISED',
      'objections 1 2023-06-05 CORRECTED',
    ]);
  });

  it('are answered within ten working days', () => {
    // Ten working days after Thursday 2023-06-01 is the 15th.
    expect(caseTexts(fact, objectionId, [raised('2023-06-01'), resolved('2023-06-15')])).toEqual([]);
    expect(caseTexts(fact, objectionId, [raised('2023-06-01'), resolved('2023-06-16')])).toEqual([
      'LIMIT: objection answered late',
    ]);
  });

  it.each([
    ['answered without', [resolved('2023-06-05')], 'MISSING_PREDECESSOR: answer to an unknown objection'],
    [
      'answered before',
      [resolved('2023-06-05'), raised('2023-06-06')],
      'STATE: answered before it was raised',
    ],
    ['raised twice', [raised('2023-06-01'), raised('2023-06-02')], 'STATE: objection raised twice'],
    [
      'answered twice',
      [raised('2023-06-01'), resolved('2023-06-05'), resolved('2023-06-06')],
      'STATE: objection answered twice',
    ],
  ])('given one is %s, reports it', (_, history, expected) => {
    expect(caseTexts(fact, objectionId, history)).toEqual([expected]);
  });
});
