import { describe, expect, it } from '@jest/globals';
import type { IndicatorJson } from './indicator-json.js';
import { indicatorCells } from './indicator-table.js';
import { endOfDay } from './indicators.js';
import { compare, countOfTables } from './print-tables.js';

const indicator = (changes: Partial<IndicatorJson> = {}): IndicatorJson => ({
  id: 'chn-dementia-beds',
  district: '310105',
  name: { zh: '老年认知障碍照护床位数', en: 'dementia-care beds' },
  unit: '张',
  kind: 'STOCK',
  property: 'binding',
  asOf: '2025-12-31',
  knownAt: null,
  value: '360',
  base: { asOf: '2020-12-31', published: '120', computed: '120', match: true },
  target: { literal: '≥360', value: '360', year: 2025 },
  completion: '1.0000',
  status: 'met',
  findings: [],
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
    expect(compare([indicator(), wrong, indicator({ base: null })])).toEqual({ matched: 1, mismatched: 1 });
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

describe('endOfDay', () => {
  it('lets a day mean the whole day, in Shanghai', () => {
    expect(endOfDay('2021-01-15')).toBe('2021-01-15T23:59:59.999+08:00');
    expect(endOfDay('2021-01-15T00:00:00Z')).toBe('2021-01-15T00:00:00Z');
  });
});
