import { describe, expect, it } from '@jest/globals';
import { formatDecimal, isBusinessDay, parseDecimal } from '@minhai/domain';
import { getMeasure, termsOf } from '../evaluate/window.js';
import { INDICATORS } from './catalogue.generated.js';
import type { IndicatorDefinition } from './definition.js';
import { CHANGNING, QINGPU } from './plans.js';

/** A figure that parses reads back as it was written, with its decimals. */
const rewritten = (figure: string): string => formatDecimal(parseDecimal(figure)!);

const all: readonly IndicatorDefinition[] = INDICATORS;

describe('indicator definitions', () => {
  it('have ids of their own, starting with their district', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { id, district } of all) expect(id.slice(0, 4)).toBe(district === CHANGNING ? 'chn-' : 'qpu-');
    expect(new Set(all.map(({ district }) => district))).toEqual(new Set([CHANGNING, QINGPU]));
  });

  it.each(all.map((indicator) => [indicator.id, indicator] as const))(
    '%s is over measures that exist and figures that parse',
    (_, indicator) => {
      for (const { measure } of termsOf(indicator)) expect(getMeasure(measure).name).toBe(measure);
      expect(
        (indicator.denominator === null) === !['RATIO', 'COVER', 'SURVEY'].includes(indicator.kind),
      ).toBe(true);
      if (indicator.base) {
        expect(rewritten(indicator.base.published)).toBe(indicator.base.published);
        expect(isBusinessDay(indicator.base.asOf)).toBe(true);
      }
      if (typeof indicator.target?.value === 'string')
        expect(rewritten(indicator.target.value)).toBe(indicator.target.value);
      else for (const { measure } of indicator.target?.value.of ?? []) getMeasure(measure);
      expect(indicator.source.quote).not.toBe('');
    },
  );

  it('with a denominator, name what the numerator counts, in both languages', () => {
    for (const { id, denominator, counts } of all)
      expect([
        id,
        denominator === null || (counts && counts.unit && counts.zh && counts.en) ? 'named' : 'unnamed',
      ]).toEqual([id, 'named']);
  });

  it('declare a mismatch for the one figure that contradicts itself, with a reason in both languages', () => {
    const declared = all.filter(({ base }) => base?.declaredMismatch);
    expect(declared.map(({ id }) => id)).toEqual(['qpu-assistive-rental-coverage']);
    for (const { base } of declared) {
      const { tolerance, reason } = base!.declaredMismatch!;
      expect(rewritten(tolerance)).toBe(tolerance);
      expect([reason.zh, reason.en]).not.toContain('');
    }
  });
});
