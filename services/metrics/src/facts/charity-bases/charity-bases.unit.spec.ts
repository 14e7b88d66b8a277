import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { CERTIFIED, REVOKED, fact } from './charity-bases.fact.js';

const certified = (time: string) =>
  factEvent(CERTIFIED, { baseId: 'b-1', name: '示例公益基地', standardised: true, usci: null }, { time });
const revoked = (time: string) => factEvent(REVOKED, { baseId: 'b-1', reason: 'CEASED' }, { time });
const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('b-1');
const spans = (measure: string, ...events: FactEvent<any>[]) =>
  fold(...events)
    .rows.filter((row) => row.measure === measure)
    .map(({ validFrom, validUntil }) => [validFrom, validUntil]);

describe('public-good bases', () => {
  it('given a revocation, leaves the stock and stays among those ever certified', () => {
    const history = [certified('2016-05-01'), revoked('2019-05-01')];
    expect(spans('charity.bases', ...history)).toEqual([['2016-05-01', '2019-05-01']]);
    expect(spans('charity.bases-ever', ...history)).toEqual([['2016-05-01', null]]);
  });

  it('given it is certified again, is ever certified once', () => {
    const history = [certified('2016-05-01'), revoked('2019-05-01'), certified('2020-05-01')];
    expect(spans('charity.bases', ...history)).toHaveLength(2);
    expect(spans('charity.bases-ever', ...history)).toEqual([['2016-05-01', null]]);
  });

  it('given a revocation alone or a second certificate, reports it', () => {
    expect(fold(revoked('2019-05-01')).findings).toMatchObject([
      { rule: 'MISSING_PREDECESSOR', detail: { case: 'revoked before certified' } },
    ]);
    expect(fold(certified('2016-05-01'), certified('2016-06-01')).findings).toMatchObject([
      { rule: 'STATE', detail: { case: 'certified twice' } },
    ]);
    expect(
      fold(certified('2016-05-01'), revoked('2019-05-01'), revoked('2019-06-01')).findings,
    ).toMatchObject([{ rule: 'STATE', detail: { case: 'revoked twice', day: '2019-06-01' } }]);
  });
});
