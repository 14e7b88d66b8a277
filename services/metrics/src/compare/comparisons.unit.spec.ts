import { describe, expect, it } from '@jest/globals';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import { COMPARISONS } from '../indicators/comparisons.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { CHANGNING, QINGPU } from '../indicators/plans.js';
import { differencesOf, noteOf } from './differences.js';

const all: readonly IndicatorDefinition[] = INDICATORS;
const get = (id: string): IndicatorDefinition => all.find((indicator) => indicator.id === id)!;

describe('pairs of both districts', () => {
  it('have names of their own and one indicator of each district', () => {
    expect(new Set(COMPARISONS.map(({ family }) => family)).size).toBe(COMPARISONS.length);
    for (const { indicators } of COMPARISONS)
      expect([indicators, ...indicators.map((id) => get(id)?.district)]).toEqual([
        indicators,
        CHANGNING,
        QINGPU,
      ]);
  });

  it('say in both languages that they are not comparable, where unit, kind or formula differ, and only there', () => {
    for (const { family, indicators, note } of COMPARISONS) {
      const differs = differencesOf(get(indicators[0]), get(indicators[1])).length > 0;
      expect([
        family,
        note?.zh.startsWith('不可比') ?? false,
        note?.en.startsWith('Not comparable') ?? false,
      ]).toEqual([family, differs, differs]);
    }
  });

  it('leave out no indicator that stands under the same name in both districts', () => {
    const named = new Set(COMPARISONS.flatMap(({ indicators }) => indicators));
    const base = (id: string): string => id.slice(4);
    const shared = all.filter(
      ({ id, district }) =>
        district === CHANGNING &&
        all.some((other) => other.district === QINGPU && base(other.id) === base(id)),
    );
    expect(shared.filter(({ id }) => !named.has(id))).toEqual([]);
  });

  it('that nobody described say which parts differ', () => {
    expect(noteOf(differencesOf(get('chn-dementia-beds'), get('qpu-nursing-bed-share')))).toEqual({
      zh: '不可比：单位、类型、分子口径、分母口径、系数不同',
      en: 'Not comparable: unit, kind, numerator, denominator, factor differ',
    });
    expect(noteOf([])).toBeNull();
  });
});
