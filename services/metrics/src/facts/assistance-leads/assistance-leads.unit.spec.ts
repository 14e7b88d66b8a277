import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { DISCOVERED, RESOLVED, fact } from './assistance-leads.fact.js';

const YEAR = 'street-year:310105:310105001:2020';
const discovered = (time: string, leadId = 'l-1', householdRef: string | null = 'hh_00000001') =>
  factEvent(
    DISCOVERED,
    { leadId, personRef: 'per_00000001', householdRef, ruleId: 'rule-1', channel: 'DATA_MATCH', item: null },
    { time },
  );
const resolved = (time: string, leadId = 'l-1', visitedOn: string | null = null) =>
  factEvent(RESOLVED, { leadId, outcome: 'DECLINED', visitedOn, caseId: null }, { time });
const fold = (entity: string, ...events: FactEvent<any>[]) => givenHistory(fact, events).folded(entity);
const cases = (entity: string, ...events: FactEvent<any>[]) =>
  fold(entity, ...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('leads', () => {
  it('given a lead with a visit and an outcome, counts it, its days, and the days it was open', () => {
    const { rows } = fold('lead:l-1', discovered('2020-03-01'), resolved('2020-03-11', 'l-1', '2020-03-04'));
    expect(
      rows.map(({ measure, amount, validFrom, validUntil }) => [measure, amount, validFrom, validUntil]),
    ).toEqual([
      ['assistance.leads', 1, '2020-03-01', null],
      ['assistance.leads-open', 1, '2020-03-01', '2020-03-11'],
      ['assistance.leads-resolved', 1, '2020-03-11', null],
      ['assistance.lead-days', 10, '2020-03-11', null],
      ['assistance.leads-visited', 1, '2020-03-11', null],
      ['assistance.lead-visit-days', 3, '2020-03-11', null],
    ]);
  });

  it('given an outcome of nothing, or two of each, reports it', () => {
    expect(cases('lead:l-1', resolved('2020-03-01'))).toEqual([
      'MISSING_PREDECESSOR: resolved before discovered',
    ]);
    expect(
      cases(
        'lead:l-1',
        discovered('2020-03-01'),
        discovered('2020-03-02'),
        resolved('2020-03-03'),
        resolved('2020-03-04'),
      ),
    ).toEqual(['STATE: discovered twice', 'STATE: resolved twice']);
  });

  it('given a second lead of a household for one rule, reports it while the first is open', () => {
    const first = discovered('2020-03-01');
    const second = discovered('2020-03-09', 'l-2');
    expect(cases(YEAR, first, second)).toEqual(['STATE: second open lead of a household']);
    expect(cases(YEAR, first, resolved('2020-03-08'), second)).toEqual([]);
    expect(cases(YEAR, first, discovered('2020-03-09', 'l-2', 'hh_00000002'))).toEqual([]);
  });

  it('given a lead of the year before, it still stands, and is judged in its own year', () => {
    const history = [discovered('2019-12-01'), discovered('2020-01-02', 'l-2')];
    expect(cases(YEAR, ...history)).toHaveLength(1);
    expect(cases('street-year:310105:310105001:2021', ...history)).toEqual([]);
    expect(fact.reads[DISCOVERED]!(history[0]!)).toContain(YEAR);
  });
});
