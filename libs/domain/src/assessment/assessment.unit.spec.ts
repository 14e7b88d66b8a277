import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isSchemeComputable, isSchemeValidOn, levelsOfScheme } from './assessment-scheme.js';
import {
  assessGbt42195,
  gbt42195Level,
  gbt42195LevelOfTotal,
  gbt42195ScoreFaults,
  GBT42195_ITEMS,
} from './gbt42195.js';

const MAXIMA = GBT42195_ITEMS.map(({ max }) => max as number);
const scores = fc.tuple(...MAXIMA.map((max) => fc.integer({ min: 0, max })));

describe('GB/T 42195 assessment', () => {
  it('has 26 items whose maxima make the subscales and 90', () => {
    expect(assessGbt42195(MAXIMA)).toEqual({
      subscales: { SELF_CARE: 32, MOBILITY: 15, MENTAL_STATE: 28, PERCEPTION: 15 },
      total: 90,
      level: 0,
    });
    const itemsOf = (subscale: string) => GBT42195_ITEMS.filter((item) => item.subscale === subscale).length;
    expect(['SELF_CARE', 'MOBILITY', 'MENTAL_STATE', 'PERCEPTION'].map(itemsOf)).toEqual([8, 4, 9, 5]);
  });

  it('has the bands of the standard', () => {
    const totals = [90, 89, 66, 65, 46, 45, 30, 29, 0];
    expect(totals.map(gbt42195LevelOfTotal)).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4]);
  });

  it('given coma, then level 4, whatever the total', () => {
    expect([90, 60, 0].map((total) => gbt42195Level(total, { coma: true }))).toEqual([4, 4, 4]);
  });

  it('given dementia, another disorder or two events, one or all of them, then one step worse and at most 4', () => {
    const conditions = [
      { dementia: true },
      { otherMentalDisorder: true },
      { careRiskEvents: 2 },
      { dementia: true, otherMentalDisorder: true, careRiskEvents: 9 },
    ];
    for (const one of conditions)
      expect([90, 66, 46, 30, 29].map((total) => gbt42195Level(total, one))).toEqual([1, 2, 3, 4, 4]);
    expect(gbt42195Level(90, { dementia: false, careRiskEvents: 1 })).toBe(0);
  });

  it('names the scores that are none', () => {
    const withScore = (at: number, score: number) => MAXIMA.map((max, i) => (i === at ? score : max));
    expect(gbt42195ScoreFaults(withScore(11, 4))).toEqual([11]);
    expect(gbt42195ScoreFaults(withScore(0, -1))).toEqual([0]);
    expect(gbt42195ScoreFaults(withScore(25, 1.5))).toEqual([25]);
    expect(gbt42195ScoreFaults(MAXIMA.slice(0, 25))).toEqual([25]);
    expect(gbt42195ScoreFaults([...MAXIMA, 0])).toEqual([26]);
    expect(assessGbt42195(withScore(18, 2))).toBeUndefined();
  });

  it('given any scores, then a higher score never makes the level worse, and a condition never better', () => {
    fc.assert(
      fc.property(scores, fc.nat({ max: 25 }), (given, at) => {
        const { level, total, subscales } = assessGbt42195(given)!;
        expect(Object.values(subscales).reduce((sum, one) => sum + one, 0)).toBe(total);
        if (given[at]! < MAXIMA[at]!)
          expect(assessGbt42195(given.with(at, given[at]! + 1))!.level).toBeLessThanOrEqual(level);
        expect(assessGbt42195(given, { dementia: true })!.level).toBe(Math.min(4, level + 1));
      }),
    );
  });
});

describe('assessment scheme', () => {
  it('changes to GB/T 42195 on 2022-12-30, Shanghai’s apart', () => {
    const on = (day: string) =>
      (['SH_UNIFIED_2', 'GBT42195', 'MZT039'] as const).filter((scheme) => isSchemeValidOn(scheme, day));
    expect(on('2022-12-29')).toEqual(['SH_UNIFIED_2', 'MZT039']);
    expect(on('2022-12-30')).toEqual(['SH_UNIFIED_2', 'GBT42195']);
  });

  it('has its levels, and only those of GB/T 42195 are recomputed', () => {
    expect(levelsOfScheme('SH_UNIFIED_2').slice(0, 2)).toEqual(['NORMAL', 'CARE_1']);
    expect(levelsOfScheme('GBT42195')).toHaveLength(5);
    expect(levelsOfScheme('MZT039')).toHaveLength(4);
    expect((['SH_UNIFIED_2', 'GBT42195', 'MZT039'] as const).filter(isSchemeComputable)).toEqual([
      'GBT42195',
    ]);
  });
});
