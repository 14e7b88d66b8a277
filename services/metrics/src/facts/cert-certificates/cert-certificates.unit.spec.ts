import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { caseTexts, rowTexts } from '../case-texts.fixture.spec.js';
import { fact } from './cert-certificates.fact.js';
import {
  EXPIRED,
  ISSUED,
  REPLACED,
  REVOKED,
  VERIFIED,
  certificateKey,
  seriesKey,
} from './certificate-events.js';

const PREFIX = '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403';
const FIRST = `${PREFIX}.001.U`;
const SECOND = `${PREFIX}.002.S`;
const issued = (time: string, identifier = FIRST, validTo: string | null = '2024-12-31') =>
  factEvent(
    ISSUED,
    { identifier, certTypeCode: 't-1', holderRef: 'per_a', holderUsci: null, validFrom: time, validTo },
    { time },
  );
const revoked = (time: string) => factEvent(REVOKED, { identifier: FIRST }, { time });
const expired = (time: string, validTo = '2024-12-31') =>
  factEvent(EXPIRED, { identifier: FIRST, validTo }, { time });
const replaced = (time: string) => factEvent(REPLACED, { identifier: SECOND, replaces: FIRST }, { time });
const verified = (time: string, result: string) =>
  factEvent(VERIFIED, { identifier: FIRST, result }, { time });
const first = (...history: Parameters<typeof caseTexts>[2][number][]) =>
  caseTexts(fact, certificateKey(FIRST), history);

describe('electronic certificates', () => {
  it('are in force through their last day, or until revoked or replaced', () => {
    const rows = (...history: Parameters<typeof caseTexts>[2][number][]) =>
      rowTexts(fact, certificateKey(FIRST), history);
    expect(rows(issued('2023-03-01'))).toEqual(['certificates 1 2023-03-01/2025-01-01 t-1 PERSON']);
    expect(rows(issued('2023-03-01'), revoked('2023-06-01'))).toEqual([
      'certificates 1 2023-03-01/2023-06-01 t-1 PERSON',
    ]);
    expect(rows(issued('2023-03-01'), replaced('2023-07-01'))).toEqual([
      'certificates 1 2023-03-01/2023-07-01 t-1 PERSON',
    ]);
    expect(rows(issued('2023-03-01'), expired('2025-01-01'))).toEqual(rows(issued('2023-03-01')));
  });

  it.each([
    ['issued twice', [issued('2023-03-01'), issued('2023-03-02')], ['STATE: issued twice']],
    [
      'revoked twice',
      [issued('2023-03-01'), revoked('2023-06-01'), revoked('2023-06-02')],
      ['STATE: revoked twice'],
    ],
    ['revoked unissued', [revoked('2023-06-01')], ['MISSING_PREDECESSOR: revoked without an issue']],
    ['expired unissued', [expired('2025-01-01')], ['MISSING_PREDECESSOR: expired without an issue']],
    [
      'revoked before',
      [revoked('2023-02-01'), issued('2023-03-01')],
      ['STATE: revoked before it was issued'],
    ],
    ['replaced unissued', [replaced('2023-06-01')], ['MISSING_PREDECESSOR: replaced without an issue']],
    [
      'replaced twice',
      [issued('2023-03-01'), replaced('2023-07-01'), replaced('2023-08-01')],
      ['STATE: replaced twice'],
    ],
    [
      'expired twice',
      [issued('2023-03-01'), expired('2025-01-01'), expired('2025-01-02')],
      ['STATE: expired twice'],
    ],
    [
      'expired on another day',
      [issued('2023-03-01'), expired('2025-01-01', '2024-12-30')],
      ['AFTER_MISMATCH: expired on another last day'],
    ],
  ])('given one is %s, reports it', (_, history, expected) => {
    expect(first(...history)).toEqual(expected);
  });

  it('given a replacement that was not issued, reports it at the new one', () => {
    expect(caseTexts(fact, certificateKey(SECOND), [replaced('2023-07-01')])).toEqual([
      'MISSING_PREDECESSOR: replacement that was not issued',
    ]);
    expect(
      caseTexts(fact, certificateKey(SECOND), [issued('2023-07-01', SECOND), replaced('2023-07-01')]),
    ).toEqual([]);
  });

  it('one version is in force at a time', () => {
    const series = (...history: Parameters<typeof caseTexts>[2][number][]) =>
      caseTexts(fact, seriesKey(FIRST), history);
    expect(series(issued('2023-03-01'), issued('2023-07-01', SECOND))).toEqual([
      'STATE: two versions in force',
    ]);
    expect(series(issued('2023-03-01'), issued('2023-07-01', SECOND), replaced('2023-07-01'))).toEqual([]);
    expect(seriesKey(FIRST)).toBe(seriesKey(SECOND));
  });

  it.each([
    ['2023-02-28', 'NOT_FOUND'],
    ['2023-03-01', 'VALID'],
    ['2023-05-31', 'VALID'],
    ['2023-06-01', 'REVOKED'],
  ])('given a verification on %s, the register says %s', (day, expected) => {
    const history = [issued('2023-03-01'), revoked('2023-06-01')];
    const wrong = ['NOT_FOUND', 'VALID', 'REVOKED', 'EXPIRED'].filter((result) => result !== expected);
    expect(first(...history, verified(day, expected))).toEqual([]);
    expect(first(...history, verified(day, 'MISMATCH'))).toEqual([]);
    expect(wrong.map((result) => first(...history, verified(day, result)))).toEqual(
      wrong.map(() => ['AFTER_MISMATCH: verified otherwise']),
    );
  });

  it('runs out by itself, and a certificate of another register is not judged', () => {
    expect(first(issued('2023-03-01'), verified('2025-01-01', 'VALID'))).toEqual([
      'AFTER_MISMATCH: verified otherwise',
    ]);
    expect(first(issued('2023-03-01'), verified('2025-01-01', 'EXPIRED'))).toEqual([]);
    expect(first(verified('2025-01-01', 'VALID'))).toEqual([]);
  });
});
