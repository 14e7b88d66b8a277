import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { type Circumstances, factEvent, givenHistory } from '@minhai/testing';
import { CERTIFIED, LEFT, fact } from './child-welfare-workers.fact.js';

const PERSON = 'per_00000001';
const certified = (certNo: string, time: string, at: Circumstances & { validTo?: string } = {}) =>
  factEvent(
    CERTIFIED,
    {
      personRef: PERSON,
      certNo,
      level: 'ASSISTANT',
      post: 'DIRECTOR',
      institutionId: null,
      validTo: at.validTo ?? null,
    },
    { ...at, time },
  );
const left = (certNo: string, time: string) =>
  factEvent(LEFT, { personRef: PERSON, certNo, reason: 'RESIGNED' }, { time });

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded(PERSON);
const rows = (...events: FactEvent<any>[]) =>
  fold(...events).rows.map(({ street, validFrom, validUntil }) => [street, validFrom, validUntil]);
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);
const countOn = (day: string, ...events: FactEvent<any>[]) =>
  fold(...events).rows.filter(
    ({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || day < validUntil),
  ).length;

describe('a child-welfare social worker', () => {
  it('given certified and left, counts from the one day to the day before the other', () => {
    expect(rows(certified('c-1', '2018-01-01'), left('c-1', '2020-12-01'))).toEqual([
      ['310105001', '2018-01-01', '2020-12-01'],
    ]);
  });

  it('given a last valid day, counts through it', () => {
    const history = [certified('c-1', '2018-01-01', { validTo: '2020-12-31' })];
    expect(['2020-12-31', '2021-01-01'].map((day) => countOn(day, ...history))).toEqual([1, 0]);
  });

  it('given two certificates, is one person, and stays one when one of them ends', () => {
    const history = [
      certified('c-1', '2018-01-01'),
      certified('c-2', '2019-01-01'),
      left('c-1', '2020-01-01'),
    ];
    expect(['2018-06-01', '2019-06-01', '2020-06-01'].map((day) => countOn(day, ...history))).toEqual([
      1, 1, 1,
    ]);
    expect(cases(...history)).toEqual([]);
  });

  it('given two posts at once, counts where the newest is, reports it and names no person', () => {
    const history = [certified('c-1', '2018-01-01'), certified('c-2', '2019-01-01', { street: '310105002' })];
    expect(rows(...history)).toEqual([
      ['310105001', '2018-01-01', '2019-01-01'],
      ['310105002', '2019-01-01', null],
    ]);
    expect(cases(...history)).toEqual(['DUPLICATE_PERSON: in post at two places']);
    expect(JSON.stringify(fold(...history))).not.toContain(PERSON);
  });

  it('given posts one after the other, reports nothing', () => {
    const history = [
      certified('c-1', '2018-01-01'),
      left('c-1', '2019-01-01'),
      certified('c-2', '2019-01-01', { street: '310105002' }),
    ];
    expect(cases(...history)).toEqual([]);
    expect(countOn('2019-01-01', ...history)).toBe(1);
  });

  it('given two districts, counts once in each', () => {
    const elsewhere = { district: '310118', street: '310118001' };
    const history = [certified('c-1', '2018-01-01'), certified('c-2', '2019-01-01', elsewhere)];
    expect(
      fold(...history)
        .rows.map(({ district }) => district)
        .sort(),
    ).toEqual(['310105', '310118']);
  });

  it('given a renewed certificate, counts on without a finding', () => {
    const history = [
      certified('c-1', '2018-01-01', { validTo: '2020-12-31' }),
      certified('c-1', '2020-12-01', { validTo: '2023-12-31' }),
    ];
    expect(countOn('2021-06-01', ...history)).toBe(1);
    expect(cases(...history)).toEqual([]);
  });

  it('given a departure alone or twice, reports it', () => {
    expect(cases(left('c-1', '2020-01-01'))).toEqual(['MISSING_PREDECESSOR: left before certified']);
    expect(
      cases(certified('c-1', '2018-01-01'), left('c-1', '2019-01-01'), left('c-1', '2020-01-01')),
    ).toEqual(['STATE: left twice']);
  });
});
