import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import type { SocialorgRating } from '@minhai/schemas';
import { factEvent, givenHistory } from '@minhai/testing';
import { DEREGISTERED, REGISTERED } from '../socialorg-registration/membership.js';
import { RATED, REVOKED } from '../socialorg-registration/rating.js';
import { AWARDED, fact } from './socialorg-contracts.fact.js';

const usci = '51310105000000019A';
const registered = factEvent(REGISTERED, { usci, kind: 'ASSOCIATION' }, { time: '2010-01-01' });
const rated = (level: SocialorgRating) =>
  factEvent(
    RATED,
    { usci, level, score: null, ratedOn: '2018-01-01', validTo: '2023-01-01' },
    { time: '2018-01-01' },
  );
const revoked = factEvent(REVOKED, { usci, ratedOn: '2018-01-01', reason: '复核' }, { time: '2019-01-01' });
const awarded = (rating: SocialorgRating | null, ratingRequired = true, contractId = 'c-1') =>
  factEvent(
    AWARDED,
    { usci, contractId, purchaser: '示例街道', amountFen: 100, ratingRequired, rating },
    { time: '2020-05-01' },
  );

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded(usci);
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('contracts of social organisations', () => {
  it('given a 3A in force, counts the contract and its amount', () => {
    const { rows, findings } = fold(registered, rated('A3'), awarded('A3'));
    expect(rows.map(({ measure, amount }) => [measure, amount])).toEqual([
      ['socialorg.contracts', 1],
      ['socialorg.contract-fen', 100],
    ]);
    expect(findings).toEqual([]);
  });

  it.each([
    ['below 3A', [registered, rated('A2'), awarded('A4')], 'AUTHORISATION: no 3A in force'],
    [
      'whose rating was revoked',
      [registered, rated('A3'), revoked, awarded('A3')],
      'AUTHORISATION: no 3A in force',
    ],
    [
      'with another rating than declared',
      [registered, rated('A3'), awarded('A5')],
      'AFTER_MISMATCH: another rating in force',
    ],
    [
      'awarded one contract twice',
      [registered, awarded(null, false), awarded(null, false)],
      'STATE: contract awarded twice',
    ],
    ['never registered', [awarded(null, false)], 'MISSING_PREDECESSOR: contract before registered'],
    [
      'that has left the register',
      [
        registered,
        factEvent(DEREGISTERED, { usci, reason: 'VOLUNTARY' }, { time: '2020-01-01' }),
        awarded(null, false),
      ],
      'STATE: contract after deregistration',
    ],
  ])('given a body %s, counts it once and reports it', (_, events, expected) => {
    expect(cases(...events)).toEqual([expected]);
    expect(fold(...events).rows).toHaveLength(2);
  });
});
