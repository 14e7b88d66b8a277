import { describe, expect, it } from '@jest/globals';
import { needRules, type NeedScores } from './need-grade.js';

const NO_DIFFICULTY: NeedScores = {
  incomeScore: 0,
  housingScore: 0,
  illnessScore: 0,
  disabilityScore: 0,
  educationScore: 0,
  employmentScore: 0,
  socialSecurityScore: 0,
  socialParticipationScore: 0,
  childBurdenScore: 0,
  childEnvironmentScore: 0,
};

const SCORES = Object.keys(NO_DIFFICULTY) as (keyof NeedScores)[];

const gradeOf = (scores: Partial<NeedScores>) => {
  const rules = needRules('SAMPLE-1')!;
  return rules.gradeOf(rules.dimensionsOf({ ...NO_DIFFICULTY, ...scores }));
};

describe('sample rules of the need assessment', () => {
  it.each(SCORES)('given one score, %s, then it alone decides at every threshold', (score) => {
    const grades = [0, 19, 20, 49, 50, 79, 80, 100].map((value) => gradeOf({ [score]: value }));
    expect(grades).toEqual(['NONE', 'NONE', 'LOW', 'LOW', 'MEDIUM', 'MEDIUM', 'HIGH', 'HIGH']);
  });

  it('given two scores of a dimension, then the worse one is the dimension', () => {
    const rules = needRules('SAMPLE-1')!;
    const dimensions = rules.dimensionsOf({ ...NO_DIFFICULTY, incomeScore: 30, housingScore: 70 });
    expect(dimensions).toEqual({
      materialDimension: 70,
      healthDimension: 0,
      educationDimension: 0,
      employmentDimension: 0,
      socialSupportDimension: 0,
      childrenDimension: 0,
    });
  });

  it('given the rules of a district, then they are not known here', () => {
    expect(needRules('CN-2021')).toBeUndefined();
  });
});
