import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent } from '@minhai/testing';
import { type TenureRules, tenuresOf } from './tenure.js';

interface Lease {
  readonly key: string;
  readonly lastDay?: string;
}
const signed = (time: string, lastDay?: string, key = 'k-1') =>
  factEvent<Lease>('signed', { key, ...(lastDay && { lastDay }) }, { time });
const ended = (time: string, key = 'k-1') => factEvent<Lease>('ended', { key }, { time });

const rules: TenureRules<FactEvent<Lease>> = {
  isBegin: (event): event is FactEvent<Lease> => event.type === 'signed',
  isEnd: ({ type }) => type === 'ended',
  keyOf: ({ data }: FactEvent<Lease>) => data.key,
  lastDayOf: ({ data }) => data.lastDay ?? null,
  begun: 'signed',
  ended: 'ended',
};
const of = (events: FactEvent<any>[], changes: Partial<typeof rules> = {}) => {
  const { tenures, findings } = tenuresOf(events, { ...rules, ...changes });
  return {
    spans: tenures.map(({ from, until }) => [from, until]),
    cases: findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`),
  };
};

describe('tenures', () => {
  it('given a beginning and an end, lasts from the one day to the day before the other', () => {
    expect(of([signed('2020-01-01'), ended('2020-03-01')])).toEqual({
      spans: [['2020-01-01', '2020-03-01']],
      cases: [],
    });
  });

  it('given two keys, each has its own', () => {
    expect(
      of([signed('2020-01-01'), signed('2020-02-01', undefined, 'k-2'), ended('2020-03-01')]).spans,
    ).toEqual([
      ['2020-01-01', '2020-03-01'],
      ['2020-02-01', null],
    ]);
  });

  it('given a last day, lasts through it, and an end after it is none', () => {
    expect(of([signed('2020-01-01', '2020-06-30'), ended('2020-09-01')])).toEqual({
      spans: [['2020-01-01', '2020-07-01']],
      cases: [],
    });
  });

  it('given a second beginning while it lasts, it is a mistake or, where that is usual, a renewal', () => {
    const history = [signed('2020-01-01', '2020-12-31'), signed('2020-10-01', '2021-09-30')];
    expect(of(history)).toEqual({ spans: [['2020-01-01', '2021-01-01']], cases: ['STATE: signed twice'] });
    expect(of(history, { isRenewable: true })).toEqual({
      spans: [
        ['2020-01-01', '2020-10-01'],
        ['2020-10-01', '2021-10-01'],
      ],
      cases: [],
    });
  });

  it('given a beginning after it ran out or ended, it begins again', () => {
    expect(of([signed('2020-01-01', '2020-02-29'), signed('2020-04-01'), ended('2020-05-01')]).spans).toEqual(
      [
        ['2020-01-01', '2020-03-01'],
        ['2020-04-01', '2020-05-01'],
      ],
    );
    expect(of([signed('2020-01-01'), ended('2020-02-01'), signed('2020-02-01')]).cases).toEqual([]);
  });

  it('given an end alone, misses the beginning; given a second, reports the state', () => {
    expect(of([ended('2020-01-01')]).cases).toEqual(['MISSING_PREDECESSOR: ended before signed']);
    expect(of([signed('2020-01-01'), ended('2020-02-01'), ended('2020-03-01')])).toEqual({
      spans: [['2020-01-01', '2020-02-01']],
      cases: ['STATE: ended twice'],
    });
  });

  it('given what neither begins nor ends, passes it over', () => {
    const noted = factEvent('noted', { key: 'k-1' }, { time: '2020-02-01' });
    expect(of([signed('2020-01-01'), noted, ended('2020-03-01')])).toEqual({
      spans: [['2020-01-01', '2020-03-01']],
      cases: [],
    });
  });

  it('given words of its own for what happens twice, uses them', () => {
    const history = [signed('2020-01-01'), signed('2020-02-01'), ended('2020-03-01'), ended('2020-04-01')];
    expect(of(history, { begunTwice: 'signed while signed', endedTwice: 'ended while ended' }).cases).toEqual(
      ['STATE: signed while signed', 'STATE: ended while ended'],
    );
  });

  it('given both on one day, lasts on none', () => {
    expect(of([signed('2020-01-01'), ended('2020-01-01')])).toEqual({ spans: [], cases: [] });
  });
});
