import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { ALLOWANCE, DISABILITY, HOMECARE } from './benefits.js';
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

  it('counts a deceased person once, on the day of the first cremation', () => {
    const { rows } = givenHistory(fact, [cremated('2020-04-02'), cremated('2020-04-01')]).folded(deceasedRef);
    expect(rows).toMatchObject([{ measure: 'funeral.cremations', amount: 1, validFrom: '2020-04-01' }]);
  });

  it('given a cremation number used for two, reports it', () => {
    const { rows, findings } = givenHistory(fact, [cremated('2020-04-01'), cremated('2020-04-02')]).folded(
      'cremation:h-1',
    );
    expect([rows, findings.map(({ detail }) => detail['case'])]).toEqual([
      [],
      ['cremation number used twice'],
    ]);
  });

  it.each([
    [ALLOWANCE, { period: '2020-04' }, { period: '2020-05' }, 'allowance paid after death'],
    [HOMECARE, { fromMonth: '2020-04' }, { fromMonth: '2020-05' }, 'home care granted after death'],
    [
      DISABILITY,
      { fromMonth: '2020-04' },
      { fromMonth: '2020-05' },
      'disability subsidy granted after death',
    ],
  ])('given %s, the month of death is still due and the next is not', (type, due, undue, text) => {
    const benefit = (data: object) =>
      factEvent(type, { personRef: deceasedRef, ...data }, { time: '2020-06-01' });
    const died = factEvent(CREMATED, { deceasedRef, diedOn: '2020-04-30' }, { time: '2020-05-02' });
    expect(cases(died, benefit(due))).toEqual([]);
    expect(cases(died, benefit(undue))).toEqual([`STATE: ${text}`]);
    expect(cases(benefit(undue))).toEqual([]);
  });
});
