import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { DEREGISTERED, REGISTERED } from '../socialorg-registration/membership.js';
import { IMPOSED, fact } from './socialorg-penalties.fact.js';

const usci = '51310105000000019A';
const registered = factEvent(REGISTERED, { usci, kind: 'ASSOCIATION' }, { time: '2010-01-01' });
const imposed = (time: string, amountFen: number | null = 500) =>
  factEvent(IMPOSED, { usci, penaltyId: 'n-1', kind: 'FINE', amountFen, basis: '示例文号' }, { time });

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded(usci);
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('penalties of social organisations', () => {
  it('given a fine, counts it and its amount; without an amount only it', () => {
    expect(fold(registered, imposed('2021-08-09')).rows.map(({ amount }) => amount)).toEqual([1, 500]);
    expect(fold(registered, imposed('2021-08-09', null)).rows.map(({ amount }) => amount)).toEqual([1]);
  });

  it('given one twice or after the end, reports it', () => {
    expect(cases(registered, imposed('2021-08-09'), imposed('2021-09-09'))).toEqual([
      'STATE: penalty imposed twice',
    ]);
    const gone = factEvent(DEREGISTERED, { usci, reason: 'VOLUNTARY' }, { time: '2020-01-01' });
    expect(cases(registered, gone, imposed('2021-08-09'))).toEqual(['STATE: penalty after deregistration']);
  });
});
