import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { CLOSED, OPENED, fact } from './charity-shops.fact.js';

const opened = (time: string, standardised = true) =>
  factEvent(OPENED, { shopId: 's-1', name: '示例慈善超市', standardised, usci: null }, { time });
const closed = (time: string) => factEvent(CLOSED, { shopId: 's-1', reason: 'CEASED' }, { time });
const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('s-1');
const spans = (...events: FactEvent<any>[]) =>
  fold(...events).rows.map(({ validFrom, validUntil }) => [validFrom, validUntil]);
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('charity shops', () => {
  it('given an opening and a closing, counts up to the day before it closed', () => {
    expect(spans(opened('2018-03-01'), closed('2020-06-30'))).toEqual([['2018-03-01', '2020-06-30']]);
  });

  it('given a shop below the standard, says so', () => {
    expect(fold(opened('2018-03-01', false)).rows).toMatchObject([
      { street: '310105001', dims: { standardised: 'NO' }, amount: 1, validUntil: null },
    ]);
  });

  it('given it opens again after closing, counts again', () => {
    expect(spans(opened('2018-03-01'), closed('2019-01-01'), opened('2020-01-01'))).toEqual([
      ['2018-03-01', '2019-01-01'],
      ['2020-01-01', null],
    ]);
  });

  it('given it closes on the day it opened, counts on no day', () => {
    expect(spans(opened('2018-03-01T09:00:00+08:00'), closed('2018-03-01T17:00:00+08:00'))).toEqual([]);
  });

  it('given a second opening or closing, counts once and reports it', () => {
    const history = [opened('2018-01-01'), opened('2018-02-01'), closed('2019-01-01'), closed('2019-02-01')];
    expect(spans(...history)).toEqual([['2018-01-01', '2019-01-01']]);
    expect(cases(...history)).toEqual(['STATE: opened twice', 'STATE: closed twice']);
  });

  it('given a closing alone, misses the opening', () => {
    expect(spans(closed('2019-01-01'))).toEqual([]);
    expect(cases(closed('2019-01-01'))).toEqual(['MISSING_PREDECESSOR: closed before opened']);
  });
});
