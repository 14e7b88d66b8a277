import { describe, expect, it } from '@jest/globals';
import { factEvent, givenHistory } from '@minhai/testing';
import { REPORTED, fact } from './assistance-person-times.fact.js';

const reported = (region: string, item: string, personTimes: number) =>
  factEvent(
    REPORTED,
    {
      region,
      item,
      category: 'DIBAO',
      period: '2018-03',
      households: null,
      persons: 1,
      personTimes,
      amountFen: 1,
    },
    { time: '2018-03-31', street: region.length === 9 ? region : undefined },
  );
const amounts = (...events: ReturnType<typeof reported>[]) =>
  givenHistory(fact, events)
    .folded('month:310105:2018-03')
    .rows.map(({ dims, street, amount, validFrom }) => [dims['item'], street, amount, validFrom]);

describe('person-times', () => {
  it('given reports of several items, adds them by street and item', () => {
    expect(amounts(reported('310105001', 'MEDICAL', 12), reported('310105001', 'TEMPORARY', 3))).toEqual([
      ['MEDICAL', '310105001', 12, '2018-03-31'],
      ['TEMPORARY', '310105001', 3, '2018-03-31'],
    ]);
  });

  it('given the district reports besides its streets, counts nobody twice', () => {
    expect(amounts(reported('310105001', 'MEDICAL', 12), reported('310105', 'MEDICAL', 20))).toEqual([
      ['MEDICAL', '310105001', 12, '2018-03-31'],
      ['MEDICAL', 'unknown', 8, '2018-03-31'],
    ]);
  });
});
