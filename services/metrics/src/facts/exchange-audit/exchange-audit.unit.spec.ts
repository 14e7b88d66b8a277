import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { caseTexts, rowTexts } from '../case-texts.fixture.spec.js';
import { SEALED, fact } from './exchange-audit.fact.js';

const sealed = (day: string, merkleRoot: string, previousRoot: string | null, count = 3) =>
  factEvent(SEALED, { nodeRegion: '31', day, count, merkleRoot, previousRoot }, { time: '2023-07-01' });
const cases = (...history: Parameters<typeof caseTexts>[2][number][]) => caseTexts(fact, '31', history);

describe('seals of the audit log', () => {
  it('given a chain, counts the entries of each day', () => {
    const chain = [
      sealed('2023-06-02', 'b', 'a'),
      sealed('2023-06-01', 'a', null),
      sealed('2023-06-03', 'b', 'b', 0),
    ];
    expect(rowTexts(fact, '31', chain)).toEqual([
      'audit-entries 3 2023-06-01 31',
      'audit-entries 3 2023-06-02 31',
    ]);
    expect(cases(...chain)).toEqual([]);
  });

  it('given a day sealed twice, left out, or on another root, reports it', () => {
    expect(cases(sealed('2023-06-01', 'a', null), sealed('2023-06-01', 'b', null))).toEqual([
      'STATE: day sealed twice',
    ]);
    expect(cases(sealed('2023-06-01', 'a', null), sealed('2023-06-03', 'c', 'b'))).toEqual([
      'SEQ_GAP: days not sealed',
    ]);
    expect(cases(sealed('2023-06-01', 'a', null), sealed('2023-06-02', 'c', 'b'))).toEqual([
      'AFTER_MISMATCH: root of the day before differs',
    ]);
  });
});
