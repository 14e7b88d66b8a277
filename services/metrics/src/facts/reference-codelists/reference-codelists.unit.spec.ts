import { describe, expect, it } from '@jest/globals';
import { factEvent, givenHistory } from '@minhai/testing';
import { PUBLISHED, fact } from './reference-codelists.fact.js';

const published = (version: number, time: string, ...codes: string[]) =>
  factEvent(
    PUBLISHED,
    {
      list: 'community-tag',
      version,
      title: '示例代码表',
      codes: codes.map((code) => ({ code, zh: '示例', en: null, validFrom: null, validTo: null })),
    },
    { time },
  );
const fold = (...events: ReturnType<typeof published>[]) =>
  givenHistory(fact, events).folded('community-tag');
const cases = (...events: ReturnType<typeof published>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('code lists', () => {
  it('given a version with more codes, holds until the next and nothing is wrong', () => {
    const versions = [published(1, '2020-01-01', 'A', 'B'), published(2, '2021-01-01', 'A', 'B', 'C')];
    expect(fold(...versions).rows.map(({ amount, validUntil }) => [amount, validUntil])).toEqual([
      [2, '2021-01-01'],
      [3, null],
    ]);
    expect(cases(...versions)).toEqual([]);
  });

  it.each([
    ['without a code', published(2, '2021-01-01', 'A'), 'STATE: codes taken out'],
    ['of the same version', published(1, '2021-01-01', 'A', 'B'), 'STATE: version published twice'],
    ['of an older version', published(0, '2021-01-01', 'A', 'B'), 'STATE: version goes backwards'],
  ])('given a list %s, reports it', (_, next, expected) => {
    expect(cases(published(1, '2020-01-01', 'A', 'B'), next)).toEqual([expected]);
  });
});
