import { describe, expect, it } from '@jest/globals';
import { isBusinessDay, parseDecimal } from '@minhai/domain';
import { getMeasure, termsOf } from '../evaluate/window.js';
import { INDICATORS } from './catalogue.generated.js';
import type { IndicatorDefinition } from './definition.js';
import { CHANGNING, QINGPU } from './plans.js';

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
      expect((indicator.denominator === null) === (indicator.kind !== 'RATIO')).toBe(true);
      if (indicator.base) {
        expect(parseDecimal(indicator.base.published)).toBeDefined();
        expect(isBusinessDay(indicator.base.asOf)).toBe(true);
      }
      if (indicator.target) expect(parseDecimal(indicator.target.value)).toBeDefined();
      expect(indicator.source.quote).not.toBe('');
    },
  );
});
