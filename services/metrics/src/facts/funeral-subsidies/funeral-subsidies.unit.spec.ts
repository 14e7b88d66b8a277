import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { caseTexts, rowTexts } from '../case-texts.fixture.spec.js';
import { GRANTED, fact } from './funeral-subsidies.fact.js';

const granted = (grantId: string, time: string, deceasedRef: string | null = 'per_00000001') =>
  factEvent(GRANTED, { grantId, deceasedRef, item: 'SEA_BURIAL', amountFen: 200_000 }, { time });

describe('funeral subsidies', () => {
  it('count by item, in fen', () => {
    expect(rowTexts(fact, 'grant:g-1', [granted('g-1', '2020-06-01')])).toEqual([
      'subsidies-fen 200000 2020-06-01 SEA_BURIAL',
    ]);
  });

  it('given one item granted twice for a deceased person or a number used twice, reports it', () => {
    const history = [granted('g-1', '2020-06-01'), granted('g-2', '2020-07-01')];
    expect(caseTexts(fact, 'item:per_00000001:SEA_BURIAL', history)).toEqual([
      'DUPLICATE_PERSON: item granted twice',
    ]);
    expect(
      caseTexts(fact, 'grant:g-1', [granted('g-1', '2020-06-01'), granted('g-1', '2020-06-02')]),
    ).toEqual(['STATE: grant number used twice']);
  });

  it('reads a grant for nobody named under its number alone', () => {
    expect(fact.reads[GRANTED]!(granted('g-1', '2020-06-01', null))).toEqual(['grant:g-1']);
  });
});
