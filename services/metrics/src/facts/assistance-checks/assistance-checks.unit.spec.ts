import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { COMPLETED, REQUESTED, fact } from './assistance-checks.fact.js';

const requested = (time: string, caseId = 'c-1', checkId = 'e-1') =>
  factEvent(REQUESTED, { checkId, caseId, authorisationId: 'a-1', regionsAsked: ['310105'] }, { time });
const completed = (time: string, result = 'MEETS', reportValidTo: string | null = null, caseId = 'c-1') =>
  factEvent(
    COMPLETED,
    { checkId: 'e-1', caseId, result, incomeFenPerMonth: 0, assetsFen: 0, reportValidTo, layer: null },
    { time },
  );
const fold = (entity: string, ...events: FactEvent<any>[]) => givenHistory(fact, events).folded(entity);
const cases = (entity: string, ...events: FactEvent<any>[]) =>
  fold(entity, ...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('economic checks', () => {
  it('given a report that was pending first, is open until the final one and counts it once', () => {
    const { rows, findings } = fold(
      'check:e-1',
      requested('2020-03-01'),
      completed('2020-03-05', 'PENDING'),
      completed('2020-03-15', 'MEETS', '2020-09-15'),
    );
    expect(findings).toEqual([]);
    expect(rows).toMatchObject([
      { measure: 'assistance.checks-open', validFrom: '2020-03-01', validUntil: '2020-03-15' },
      { measure: 'assistance.checks', dims: { result: 'MEETS' }, amount: 1 },
      { measure: 'assistance.check-days', amount: 14 },
    ]);
  });

  it('given a report without its request, or two, or of another case, reports it', () => {
    expect(cases('check:e-1', completed('2020-03-15'))).toEqual([
      'MISSING_PREDECESSOR: completed before requested',
    ]);
    expect(
      cases(
        'check:e-1',
        requested('2020-03-01'),
        completed('2020-03-15'),
        completed('2020-03-16', 'EXCEEDS'),
      ),
    ).toEqual(['STATE: completed twice']);
    expect(cases('check:e-1', requested('2020-03-01'), requested('2020-03-02'))).toEqual([
      'STATE: requested twice',
    ]);
    expect(
      cases('check:e-1', requested('2020-03-01'), completed('2020-03-15', 'MEETS', null, 'c-2')),
    ).toEqual(['AFTER_MISMATCH: completed for another case']);
  });

  it('given a report that is to be valid beyond six months, reports it', () => {
    const until = (day: string) =>
      cases('check:e-1', requested('2020-03-01'), completed('2020-03-15', 'MEETS', day));
    expect(until('2020-09-16')).toEqual([]);
    expect(until('2020-09-17')).toEqual(['LIMIT: report valid longer than six months']);
  });

  it('given one authorisation for two cases, reports it without naming it; for two checks of a case it is good', () => {
    const { findings } = fold(
      'authorisation:a-1',
      requested('2020-03-01'),
      requested('2020-04-01', 'c-2', 'e-2'),
    );
    expect(findings).toMatchObject([{ rule: 'AUTHORISATION', severity: 'error' }]);
    expect(JSON.stringify(findings)).not.toContain('a-1');
    expect(
      cases('authorisation:a-1', requested('2020-03-01'), requested('2020-04-01', 'c-1', 'e-2')),
    ).toEqual([]);
  });
});
