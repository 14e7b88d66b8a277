import { describe, expect, it } from '@jest/globals';
import { createTerminal } from '../../terminal/terminal.js';
import type { IndicatorAnswer } from '@minhai/metrics';
import { indicatorAnswer } from './indicator.fixture.spec.js';
import { problemOf, questionOf } from './indicators.js';
import { printComparison, printIndicator, printSeries } from './one-indicator.js';
import { standingCells, standingLines } from './standing-table.js';

type Outlook = IndicatorAnswer['outlook'];

const outlook = (changes: Partial<Outlook> = {}): Outlook => ({
  ...indicatorAnswer().outlook,
  missing: { amount: '100', unit: '张', zh: '护理型床位', en: 'nursing-type beds' },
  required: { perMonth: '0.83', perYear: '10.00' },
  actual: { perMonth: '0.50', perYear: '6.00' },
  projected: '52.00',
  shortfall: { amount: '40', unit: '张', zh: '护理型床位', en: 'nursing-type beds' },
  summary: { zh: '到2025-12-31 还差 40 张护理型床位', en: '40 nursing-type beds short by 2025-12-31' },
  ...changes,
});

const indicator = (changes: Partial<IndicatorAnswer> = {}): IndicatorAnswer =>
  indicatorAnswer({ outlook: outlook(), ...changes });

const printed = (print: (out: ReturnType<typeof createTerminal>) => void): string => {
  let text = '';
  const sink = { write: (part: string) => (text += part) };
  print(createTerminal({ out: sink, notes: { write: () => undefined }, now: () => 0 }));
  return text;
};

describe('how an indicator stands', () => {
  it('adds the pace that is needed, the one of the last 12 months and where it leads', () => {
    expect(standingCells(indicator()).slice(-4)).toEqual(['behind', '10.00', '6.00', '52.00']);
    const bare = outlook({ required: null, actual: null, projected: null });
    expect(standingCells(indicator({ outlook: bare })).slice(-3)).toEqual(['—', '—', '—']);
  });

  it('tells who is short in both languages, breaches first and marked', () => {
    const breach = indicator({
      id: 'chn-x',
      breach: true,
      breachReason: { zh: '未达到目标', en: 'missed' },
    });
    const met = indicator({ id: 'chn-met', outlook: outlook({ missing: null, shortfall: null }) });
    expect(standingLines([indicator(), met, breach])).toEqual([
      '‼ 护理型养老床位占比（chn-x）：未达到目标；到2025-12-31 还差 40 张护理型床位',
      '  missed; 40 nursing-type beds short by 2025-12-31',
      '· 护理型养老床位占比（chn-nursing-bed-share）：到2025-12-31 还差 40 张护理型床位',
      '  40 nursing-type beds short by 2025-12-31',
    ]);
    expect(standingCells(breach).at(-4)).toBe('behind ‼');
  });
});

describe('what is asked', () => {
  it('is a table of both plans without an id', () => expect(questionOf(undefined, {})).toBeUndefined());

  it('is one indicator, as then or as now organised', () => {
    expect(questionOf('chn-x', { asOf: '2021-12-31', organised: 'now', street: 'unassigned' })?.path).toBe(
      '/v1/indicators/chn-x?asOf=2021-12-31&street=unassigned&organised=now',
    );
  });

  it('is a series, of a 街镇 if one is named', () => {
    const options = { series: 'day', from: '2021-01-01', street: '310105001', knownAt: '2021-02-01' };
    expect(questionOf('chn-x', options)?.path).toBe(
      '/v1/indicators/chn-x/series?by=day&from=2021-01-01&region=310105001&knownAt=2021-02-01T23%3A59%3A59.999%2B08%3A00',
    );
  });

  it('is a comparison of all pairs, of a family, or of two ids', () => {
    expect(questionOf(undefined, { compare: true })?.path).toBe('/v1/compare?');
    expect(questionOf(undefined, { compare: 'meal-service' })?.path).toBe('/v1/compare?family=meal-service');
    expect(questionOf(undefined, { compare: 'a,b' })?.path).toBe('/v1/compare?indicators=a%2Cb');
  });

  it('is refused where options belong to another question', () => {
    expect(problemOf(undefined, { series: 'day' })).toContain('one indicator');
    expect(problemOf('chn-x', { compare: true })).toContain('leave out the id');
    expect(problemOf(undefined, { compare: true, district: '310105' })).toContain('both districts');
    expect(problemOf('chn-x', { from: '2021-01-01' })).toContain('--series');
    expect(problemOf('chn-x', { series: 'day', asOf: '2021-01-01' })).toContain('--as-of');
    expect(problemOf('chn-x', { series: 'day', from: '2021-01-01' })).toBeUndefined();
  });
});

describe('plain text', () => {
  const figures = { value: '40.00', numerator: '200', denominator: '500', withheld: false };

  it('of one indicator shows its 街镇, and where earlier ones went', () => {
    const text = printed((out) =>
      printIndicator(
        {
          ...indicator(),
          ...figures,
          breakdown: [{ street: '310105001', ...figures }],
          organisation: { at: '2023-12-31', moved: [{ from: '310105002', to: '310105001' }] },
        },
        out,
      ),
    );
    expect(text).toContain('310105001   40.00   200   500');
    expect(text).toContain('  310105002 → 310105001');
    expect(printed((out) => printIndicator({ ...indicator(), ...figures, breakdown: null }, out))).toContain(
      'Kept for the district only',
    );
  });

  it('of a series says how to read it and which period is not over', () => {
    const text = printed((out) =>
      printSeries(
        {
          ...indicator(),
          region: '310105',
          by: 'month',
          aggregate: 'last',
          organised: 'then',
          reading: { zh: '期末值', en: 'value at the end of the period' },
          points: [
            { from: '2021-01-01', to: '2021-01-31', complete: true, ...figures },
            { from: '2021-02-01', to: '2021-02-10', complete: false, ...figures, value: null },
          ],
        },
        out,
      ),
    );
    expect(text).toContain('期末值 · value at the end of the period');
    expect(text).toContain('2021-01-31   40.00   200   500\n');
    expect(text).toMatch(/2021-02-10 +— +200 +500 +未完 so far/);
  });

  it('of a comparison marks what is no one figure, with the note', () => {
    const pair = {
      family: 'f',
      names: { zh: '助餐', en: 'meals' },
      comparable: false,
      differences: ['unit' as const],
      note: { zh: '不可比', en: 'Not comparable' },
      indicators: [indicator(), indicator({ unit: '家' })],
    };
    const text = printed((out) => printComparison({ asOf: '2023-12-31', knownAt: null, pairs: [pair] }, out));
    expect(text).toMatch(/助餐 +≠ +% +40\.00 +≥60 +behind +家/);
    expect(text).toContain('助餐：不可比\n  Not comparable\n');
  });

  it('shows a withheld figure as …, says why, and never as one that cannot be computed', () => {
    const hidden = { value: null, numerator: null, denominator: null, withheld: true };
    const shown = { value: '40.00', numerator: '40', denominator: '100', withheld: false };
    const text = printed((out) =>
      printIndicator(
        {
          ...indicator(),
          ...shown,
          breakdown: [
            { street: '310105001', ...hidden },
            { street: '310105002', ...shown, value: null },
          ],
        },
        out,
      ),
    );
    expect(text).toMatch(/310105001 +… +… +…/);
    expect(text).toMatch(/310105002 +— +40 +100/);
    expect(text).toContain('MINHAI_READER_TOKEN');
    expect(standingCells(indicator({ value: null, withheld: true }))).toContain('…');
  });
});
