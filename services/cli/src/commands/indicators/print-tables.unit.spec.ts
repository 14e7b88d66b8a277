import { describe, expect, it } from '@jest/globals';
import type { IndicatorAnswer } from '@minhai/metrics';
import { indicatorAnswer } from './indicator.fixture.spec.js';
import { declarationLines, indicatorCells } from './indicator-table.js';
import { compare, countOfTables, summaryOf } from './print-tables.js';

const indicator = (changes: Partial<IndicatorAnswer> = {}): IndicatorAnswer =>
  indicatorAnswer({
    id: 'chn-dementia-beds',
    name: { zh: '老年认知障碍照护床位数', en: 'dementia-care beds' },
    unit: '张',
    kind: 'STOCK',
    asOf: '2025-12-31',
    value: '360',
    base: { asOf: '2020-12-31', published: '120', computed: '120', match: true },
    target: { literal: '≥360', comparator: 'gte', value: '360', year: 2025 },
    completion: '1.0000',
    status: 'met',
    ...changes,
  });

describe('a row of the table', () => {
  it('marks a figure that equals the published one', () => {
    expect(indicatorCells(indicator())).toEqual([
      '老年认知障碍照护床位数',
      '张',
      '120',
      '120',
      '✓',
      '360',
      '≥360',
      '100.0 %',
      'met',
    ]);
  });

  it('marks one that does not', () => {
    const base = { asOf: '2020-12-31', published: '120', computed: '119', match: false };
    expect(indicatorCells(indicator({ base }))[4]).toBe('✗');
  });

  it('invents nothing where the plan has no figure', () => {
    const bare = indicator({ base: null, target: null, completion: null, status: null, value: null });
    expect(indicatorCells(bare).slice(2)).toEqual(['—', '—', '—', '—', '—', '—', '—']);
  });
});

describe('compare', () => {
  it('counts only figures with a published base', () => {
    const wrong = indicator({ base: { asOf: '2020-12-31', published: '1', computed: null, match: false } });
    expect(compare([indicator(), wrong, indicator({ base: null })])).toEqual({
      matched: 1,
      declared: 0,
      mismatched: 1,
    });
  });
});

describe('a declared mismatch', () => {
  const declared = (computed: string, within: boolean, match = false) =>
    indicator({
      base: {
        asOf: '2020-12-31',
        published: '70',
        computed,
        match,
        declaredMismatch: { tolerance: '3', reason: { zh: '示例原因', en: 'sample reason' }, within },
      },
    });
  const cannotBeMet = declared('72.7', true);

  it('is marked and told with its reason, not called equal', () => {
    expect(indicatorCells(cannotBeMet)[4]).toBe('≈ declared');
    expect(declarationLines([indicator(), cannotBeMet])).toEqual([
      '≈ declared: chn-dementia-beds: published 70, computed 72.7, declared within ±3.',
      '  示例原因 · sample reason',
    ]);
    expect(summaryOf(compare([indicator(), cannotBeMet]))).toBe(
      '1 of 2 published figures come out equal; 1 differs as declared (≈).',
    );
  });

  it('beyond its tolerance is a failure like any other', () => {
    const far = declared('81.8', false);
    expect(indicatorCells(far)[4]).toBe('✗');
    expect(compare([far])).toEqual({ matched: 0, declared: 0, mismatched: 1 });
    expect(summaryOf(compare([indicator(), cannotBeMet, far]))).toBe(
      '1 of 3 published figures come out equal; 1 differs as declared (≈); 1 differs (✗).',
    );
  });

  it('given a figure that came out equal after all, then it is equal', () => {
    expect(indicatorCells(declared('70.0', true, true))[4]).toBe('✓');
    expect(declarationLines([declared('70.0', true, true)])).toEqual([]);
  });

  it('leaves the summary of a table without one as it was', () => {
    expect(summaryOf(compare([indicator()]))).toBe('1 of 1 published figures come out equal.');
  });
});

describe('countOfTables', () => {
  it('leaves out figures of the running text and the note to a row', () => {
    const note = indicator({ id: 'qpu-eldercare-bed-share-of-registered-elderly', property: 'expected' });
    expect(
      countOfTables([
        indicator(),
        indicator({ property: 'expected' }),
        indicator({ property: 'text' }),
        note,
      ]),
    ).toBe(2);
  });
});
