import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { fact } from './assistance-cases.fact.js';
import { CHECKED, GRANTED, REJECTED, SUBMITTED, TERMINATED } from './case-events.js';

const YEAR = 'street-year:310105:310105001:2020';
const applied = (time: string, data: object = {}) =>
  factEvent(
    SUBMITTED,
    {
      caseId: 'c-1',
      householdRef: 'hh_00000001',
      members: [
        { personRef: 'per_00000001', relation: 'SELF' },
        { personRef: 'per_00000002', relation: 'SPOUSE' },
      ],
      item: 'DIBAO',
      channel: 'ONLINE',
      hukouRegion: '310105',
      residenceRegion: '310105',
      proofs: null,
      acceptor: 'op-1',
      ...data,
    },
    { time },
  );
const checked = (time: string, result = 'MEETS', reportValidTo = '2020-09-01') =>
  factEvent(
    CHECKED,
    { checkId: 'e-1', caseId: 'c-1', result, reportValidTo, incomeFenPerMonth: 1, assetsFen: 1, layer: null },
    { time },
  );
const decided = {
  caseId: 'c-1',
  householdRef: 'hh_00000001',
  item: 'DIBAO',
  approver: 'op-2',
  acceptor: null,
};
const granted = (time: string, data: object = {}) =>
  factEvent(
    GRANTED,
    {
      ...decided,
      category: 'DIBAO',
      persons: 2,
      amountFenPerMonth: 1,
      effectiveMonth: time.slice(0, 7),
      validTo: null,
      ...data,
    },
    { time },
  );
const rejected = (time: string, data: object = {}) =>
  factEvent(REJECTED, { ...decided, reason: 'INCOME', checkId: null, ...data }, { time });
const terminated = (time: string) =>
  factEvent(TERMINATED, { caseId: 'c-1', reason: 'EXIT', fromMonth: time.slice(0, 7) }, { time });

const fold = (entity: string, ...events: FactEvent<any>[]) => givenHistory(fact, events).folded(entity);
const casesAt = (entity: string, ...events: FactEvent<any>[]) =>
  fold(entity, ...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);
const cases = (...events: FactEvent<any>[]) => casesAt('case:c-1', ...events);

describe('an application and its decision', () => {
  it('given an orderly course, counts application, decision and days, and finds nothing', () => {
    const { rows, findings } = fold(
      'case:c-1',
      applied('2020-03-02'),
      checked('2020-03-20'),
      granted('2020-04-01'),
    );
    expect(findings).toEqual([]);
    expect(rows).toMatchObject([
      {
        measure: 'assistance.applications',
        dims: { item: 'DIBAO', channel: 'ONLINE' },
        validFrom: '2020-03-02',
      },
      { measure: 'assistance.applications-pending', validFrom: '2020-03-02', validUntil: '2020-04-01' },
      {
        measure: 'assistance.decisions',
        dims: { item: 'DIBAO', outcome: 'GRANTED' },
        validFrom: '2020-04-01',
      },
      { measure: 'assistance.decision-days', amount: 30 },
    ]);
  });

  it('given a decision without an application, misses it and counts nothing here', () => {
    expect(cases(granted('2020-04-01'))).toEqual(['MISSING_PREDECESSOR: decided before applied']);
    expect(cases(rejected('2020-04-01'))).toEqual(['MISSING_PREDECESSOR: decided before applied']);
    expect(fold('case:c-1', granted('2020-04-01')).rows).toEqual([]);
  });

  it('given no valid report that speaks for it, the approval is reported', () => {
    const on = (...events: FactEvent<any>[]) => cases(applied('2020-03-02'), ...events);
    expect(on(granted('2020-04-01'))).toEqual(['MISSING_PREDECESSOR: granted without an economic check']);
    expect(on(granted('2020-04-01'), checked('2020-04-02'))).toEqual([
      'MISSING_PREDECESSOR: granted without an economic check',
    ]);
    expect(on(checked('2020-03-20', 'EXCEEDS'), granted('2020-04-01'))).toEqual([
      'STATE: granted against the economic check',
    ]);
    expect(on(checked('2020-03-20', 'MEETS', '2020-03-31'), granted('2020-04-01'))).toEqual([
      'STATE: granted on an expired report',
    ]);
    expect(on(checked('2020-03-20', 'MEETS', '2020-04-01'), granted('2020-04-01'))).toEqual([]);
  });

  it('given relief that is given once, it needs no check', () => {
    const medical = { item: 'MEDICAL' };
    expect(
      cases(applied('2020-03-02', medical), granted('2020-04-01', { ...medical, category: 'OTHER' })),
    ).toEqual([]);
  });

  it('given a first month before the application, reports it', () => {
    const early = granted('2020-04-01', { effectiveMonth: '2020-02' });
    expect(cases(applied('2020-03-02'), checked('2020-03-20'), early)).toEqual([
      'STATE: takes effect before the application',
    ]);
  });

  it('given one officer who accepts and approves, reports it without naming him', () => {
    const own = rejected('2020-04-01', { approver: 'op-1' });
    const { findings } = fold('case:c-1', applied('2020-03-02'), own);
    expect(findings).toMatchObject([
      { severity: 'error', detail: { case: 'application accepted by its approver' } },
    ]);
    expect(JSON.stringify(findings)).not.toContain('op-1');
    expect(cases(applied('2020-03-02', { acceptor: null }), rejected('2020-04-01'))).toEqual([]);
  });

  it('given a decision on something else, reports what differs', () => {
    const other = granted('2020-04-01', { item: 'TEKUN', householdRef: 'hh_00000002', persons: 3 });
    expect(cases(applied('2020-03-02'), checked('2020-03-20'), other)).toEqual([
      'AFTER_MISMATCH: decided on another item',
      'AFTER_MISMATCH: decided on another household',
      'AFTER_MISMATCH: granted for more than applied',
    ]);
  });

  it('given two applications or both decisions, reports the later', () => {
    expect(
      cases(
        applied('2020-03-02'),
        applied('2020-03-03'),
        checked('2020-03-20'),
        rejected('2020-03-30'),
        granted('2020-04-01'),
      ),
    ).toEqual(['STATE: applied twice', 'STATE: granted and rejected']);
  });
});

describe('open cases of a street', () => {
  const second = (time: string, data: object = {}) =>
    applied(time, { caseId: 'c-2', householdRef: 'hh_00000002', ...data });

  it('given a person in two open cases of one item, reports it once', () => {
    expect(casesAt(YEAR, applied('2020-03-02'), second('2020-05-02'))).toEqual([
      'DUPLICATE_PERSON: in two open cases of one item',
    ]);
  });

  it('given the first case refused or terminated, the second stands alone', () => {
    expect(casesAt(YEAR, applied('2020-03-02'), rejected('2020-04-01'), second('2020-05-02'))).toEqual([]);
    expect(casesAt(YEAR, applied('2019-03-02'), terminated('2020-04-01'), second('2020-05-02'))).toEqual([]);
  });

  it('given another item, other members, or relief that is given once, finds nothing', () => {
    const others = [{ personRef: 'per_00000003', relation: 'SELF' }];
    expect(casesAt(YEAR, applied('2020-03-02'), second('2020-05-02', { item: 'TEKUN' }))).toEqual([]);
    expect(casesAt(YEAR, applied('2020-03-02'), second('2020-05-02', { members: others }))).toEqual([]);
    const once = { item: 'TEMPORARY' };
    expect(casesAt(YEAR, applied('2020-03-02', once), second('2020-05-02', once))).toEqual([]);
  });
});
