import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { BURIED, CREMATED, fact } from './funeral-deceased.fact.js';

const deceasedRef = 'per_00000001';
const cremated = (time: string) => factEvent(CREMATED, { cremationNo: time, deceasedRef }, { time });
const buried = (time: string) => factEvent(BURIED, { burialNo: time, deceasedRef }, { time });
const cases = (...events: FactEvent<any>[]) =>
  givenHistory(fact, events)
    .folded(deceasedRef)
    .findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('a deceased person', () => {
  it('given one cremation and one burial after it, is in order', () => {
    expect(cases(cremated('2020-04-01'), buried('2020-12-22'))).toEqual([]);
  });

  it('given two of either, reports the second', () => {
    expect(
      cases(cremated('2020-04-01'), cremated('2020-04-02'), buried('2020-05-01'), buried('2020-06-01')),
    ).toEqual(['DUPLICATE_PERSON: cremated twice', 'DUPLICATE_PERSON: buried twice']);
  });

  it('given the burial before the cremation, reports the order', () => {
    expect(cases(buried('2020-03-01'), cremated('2020-04-01'))).toEqual(['STATE: buried before cremated']);
  });
});
