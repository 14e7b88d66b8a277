import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { REPORTED, fact } from './disability-severe-care.fact.js';

const reported = (
  period: string,
  value: string,
  more: { recorded?: string; region?: string; indicator?: string } = {},
) =>
  factEvent(
    REPORTED,
    {
      region: more.region ?? '310105',
      indicator: more.indicator ?? 'severe-disabled-in-care',
      period,
      value,
      unit: 'PERSON',
      reporter: '示例处',
    },
    { time: `${period}-12-31`, recorded: more.recorded ?? `${period}-12-31`, street: undefined },
  );
const fold = (...events: FactEvent<any>[]) =>
  givenHistory(fact, events).folded('310105:severe-disabled-in-care');
const counts = (...events: FactEvent<any>[]) =>
  fold(...events).rows.map(({ amount, validFrom, validUntil }) => [amount, validFrom, validUntil]);

describe('care of severely disabled persons', () => {
  it('given counts of two years, each holds until the next', () => {
    expect(counts(reported('2020', '110.0000'), reported('2021', '118.0000'))).toEqual([
      [110, '2020-12-31', '2021-12-31'],
      [118, '2021-12-31', null],
    ]);
  });

  it('given a year reported again, what was recorded last holds', () => {
    const again = reported('2020', '111.0000', { recorded: '2021-02-01' });
    expect(counts(again, reported('2020', '110.0000'))).toEqual([[111, '2020-12-31', null]]);
  });

  it('given half a person, counts nothing and reports it', () => {
    expect(counts(reported('2020', '110.5000'))).toEqual([]);
    expect(fold(reported('2020', '110.5000')).findings).toMatchObject([
      { rule: 'LIMIT', detail: { case: 'not a count of persons', period: '2020' } },
    ]);
  });

  it('reads the two series of a district and nothing else', () => {
    const keys = (more: object) => fact.reads[REPORTED]!(reported('2020', '1.0000', more));
    expect(keys({})).toEqual(['310105:severe-disabled-in-care']);
    expect(keys({ region: '310105001' })).toEqual([]);
    expect(keys({ indicator: 'new-town-coverage' })).toEqual([]);
  });
});
