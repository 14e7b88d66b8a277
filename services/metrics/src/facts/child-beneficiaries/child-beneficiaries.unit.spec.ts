import { describe, expect, it } from '@jest/globals';
import { lastDayOfMonth } from '@minhai/domain';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { ENROLLED, EXITED, REPORTED, fact } from './child-beneficiaries.fact.js';

const STREET = '310105:310105001';
const enrolled = (fromMonth: string, caseId = 'c-1', personRef = 'per_00000001') =>
  factEvent(
    ENROLLED,
    { caseId, personRef, category: 'ORPHAN', amountFenPerMonth: 190_000, fromMonth, guardianRef: null },
    { time: `${fromMonth}-01` },
  );
const exited = (fromMonth: string, caseId = 'c-1') =>
  factEvent(EXITED, { caseId, fromMonth, reason: null }, { time: `${fromMonth}-01` });
const reported = (period: string, region: string, count: number) =>
  factEvent(
    REPORTED,
    { region, category: 'ORPHAN', period, count, amountFen: null },
    { time: lastDayOfMonth(period), street: region.length > 6 ? region : undefined },
  );
const fold = (entity: string, ...events: FactEvent<any>[]) => givenHistory(fact, events).folded(entity);
const cases = (entity: string, ...events: FactEvent<any>[]) =>
  fold(entity, ...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('children supported', () => {
  it('given an exit, the child counts to the month before it, and so does the money', () => {
    expect(fold('case:c-1', enrolled('2020-02'), exited('2020-06')).rows).toMatchObject([
      { measure: 'child.beneficiaries', amount: 1, validFrom: '2020-02-01', validUntil: '2020-06-01' },
      { measure: 'child.benefit-fen', amount: 190_000, dims: { category: 'ORPHAN' } },
    ]);
  });

  it('given an exit of nobody, or two of either, reports it', () => {
    expect(cases('case:c-1', exited('2020-06'))).toEqual(['MISSING_PREDECESSOR: exited before enrolled']);
    expect(cases('case:c-1', enrolled('2020-02'), enrolled('2020-03'))).toEqual(['STATE: enrolled twice']);
    expect(cases('case:c-1', enrolled('2020-02'), exited('2020-06'), exited('2020-07'))).toEqual([
      'STATE: exited twice',
    ]);
  });

  it('given a child in two open cases, reports it; after the exit from the first it is in order', () => {
    expect(cases(STREET, enrolled('2020-02'), enrolled('2020-05', 'c-2'))).toEqual([
      'DUPLICATE_PERSON: enrolled in two open cases',
    ]);
    expect(cases(STREET, enrolled('2020-02'), exited('2020-04'), enrolled('2020-05', 'c-2'))).toEqual([]);
    expect(cases(STREET, enrolled('2020-02'), enrolled('2020-05', 'c-2', 'per_00000002'))).toEqual([]);
  });

  it('given counts by month, each holds until the next, and a district holds its streets', () => {
    const { rows } = fold(
      'reports:310105:ORPHAN',
      reported('2020-01', '310105001', 3),
      reported('2020-01', '310105', 10),
      reported('2020-02', '310105', 11),
    );
    expect(
      rows.map(({ street, amount, validFrom, validUntil }) => [street, amount, validFrom, validUntil]),
    ).toEqual([
      ['310105001', 3, '2020-01-31', '2020-02-29'],
      ['unknown', 7, '2020-01-31', '2020-02-29'],
      ['unknown', 11, '2020-02-29', null],
    ]);
  });
});
