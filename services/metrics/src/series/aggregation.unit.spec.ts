import { describe, expect, it } from '@jest/globals';
import type { IndicatorKind } from '../indicators/definition.js';
import { AGGREGATES, objectionTo, readingOf, requireAggregate } from './aggregation.js';

const KINDS: readonly IndicatorKind[] = [
  'STOCK',
  'CUM',
  'MILE',
  'FLOW-Y',
  'FLOW-P',
  'RATIO',
  'COVER',
  'SURVEY',
];
const allowed = (kind: IndicatorKind, over: 'periods' | 'regions') =>
  AGGREGATES.filter((aggregate) => objectionTo(aggregate, kind, over) === null);

describe('what may be put together', () => {
  it('over time: stocks have a mean and no sum, flows a sum and no mean, ratios neither', () => {
    expect(KINDS.map((kind) => [kind, ...allowed(kind, 'periods')])).toEqual([
      ['STOCK', 'last', 'mean'],
      ['CUM', 'last', 'mean'],
      ['MILE', 'last', 'mean'],
      ['FLOW-Y', 'last', 'sum'],
      ['FLOW-P', 'last', 'sum'],
      ['RATIO', 'last'],
      ['COVER', 'last'],
      ['SURVEY', 'last'],
    ]);
  });

  it('over regions: what is counted may be added, ratios never', () => {
    expect(KINDS.filter((kind) => allowed(kind, 'regions').includes('sum'))).toEqual([
      'STOCK',
      'CUM',
      'MILE',
      'FLOW-Y',
      'FLOW-P',
    ]);
  });

  it('a refusal says why and what to ask instead', () => {
    const refuse = () => requireAggregate('sum', { id: 'chn-eldercare-beds', kind: 'STOCK' }, 'periods');
    expect(refuse).toThrow(/chn-eldercare-beds \(STOCK\): a stock is not added over time.*aggregate=last/);
    expect(objectionTo('sum', 'RATIO', 'regions')?.zh).toContain('分子、分母');
  });

  it('every series says how it is to be read', () => {
    expect(readingOf('FLOW-Y', 'last').en).toContain('from 1 January');
    expect(readingOf('FLOW-Y', 'sum').zh).toContain('可以相加');
    expect(readingOf('STOCK', 'mean').en).toContain('÷');
  });
});
