import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { DEREGISTERED, REGISTERED } from '../socialorg-registration/membership.js';
import { DECOUPLED, DESIGNATED, fact } from './socialorg-distinctions.fact.js';

const usci = '51310105MJ0000000X';
const registered = (time: string) => factEvent(REGISTERED, { usci, kind: 'ASSOCIATION' }, { time });
const deregistered = (time: string) => factEvent(DEREGISTERED, { usci }, { time });
const designated = (pointId: string, time: string) =>
  factEvent(DESIGNATED, { usci, pointId, name: '示例实践点' }, { time });
const decoupled = (time: string) => factEvent(DECOUPLED, { usci, authority: '示例机关' }, { time });
const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded(usci);
const count = (measure: string, ...events: FactEvent<any>[]) =>
  fold(...events).rows.filter((row) => row.measure === measure && row.validUntil === null).length;
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('distinctions of social organisations', () => {
  it('given points and a decoupling, each counts for ever, whatever becomes of the body', () => {
    const history = [
      registered('2010-01-01'),
      designated('d-1', '2017-01-01'),
      designated('d-2', '2018-01-01'),
      decoupled('2018-06-01'),
      deregistered('2019-01-01'),
    ];
    expect(count('socialorg.party-points', ...history)).toBe(2);
    expect(count('socialorg.decoupled', ...history)).toBe(1);
    expect(cases(...history)).toEqual([]);
  });

  it('given one named twice, counts once and reports it', () => {
    const history = [
      registered('2010-01-01'),
      designated('d-1', '2017-01-01'),
      designated('d-1', '2018-01-01'),
      decoupled('2018-06-01'),
      decoupled('2018-07-01'),
    ];
    expect(count('socialorg.party-points', ...history)).toBe(1);
    expect(count('socialorg.decoupled', ...history)).toBe(1);
    expect(cases(...history)).toEqual(['STATE: point designated twice', 'STATE: decoupled twice']);
  });

  it('given the body is not registered then, counts and says so', () => {
    expect(cases(decoupled('2018-06-01'))).toEqual(['MISSING_PREDECESSOR: decoupled before registered']);
    expect(
      cases(registered('2010-01-01'), deregistered('2012-01-01'), designated('d-1', '2013-01-01')),
    ).toEqual(['STATE: designated while not registered']);
  });
});
