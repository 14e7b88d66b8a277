/** The ten scores of an assessment of need, 0 (no difficulty) to 100. */
export interface NeedScores {
  readonly incomeScore: number;
  readonly housingScore: number;
  readonly illnessScore: number;
  readonly disabilityScore: number;
  readonly educationScore: number;
  readonly employmentScore: number;
  readonly socialSecurityScore: number;
  readonly socialParticipationScore: number;
  readonly childBurdenScore: number;
  readonly childEnvironmentScore: number;
}

/** Six dimensions: material, health, education, employment, social support, families with children and youth. */
export interface NeedDimensions {
  readonly materialDimension: number;
  readonly healthDimension: number;
  readonly educationDimension: number;
  readonly employmentDimension: number;
  readonly socialSupportDimension: number;
  readonly childrenDimension: number;
}

export type NeedGrade = 'HIGH' | 'MEDIUM' | 'LOW' | 'NONE';

export interface NeedRules {
  readonly dimensionsOf: (scores: NeedScores) => NeedDimensions;
  readonly gradeOf: (dimensions: NeedDimensions) => NeedGrade;
}

/** From this worst dimension on, a household has the grade; in descending order. */
const SAMPLE_THRESHOLDS: readonly (readonly [least: number, grade: NeedGrade])[] = [
  [80, 'HIGH'],
  [50, 'MEDIUM'],
  [20, 'LOW'],
];

/** A sample: the districts' weights and thresholds are not published. The worst score decides. */
const SAMPLE: NeedRules = {
  dimensionsOf: (scores) => ({
    materialDimension: Math.max(scores.incomeScore, scores.housingScore),
    healthDimension: Math.max(scores.illnessScore, scores.disabilityScore),
    educationDimension: scores.educationScore,
    employmentDimension: scores.employmentScore,
    socialSupportDimension: Math.max(scores.socialSecurityScore, scores.socialParticipationScore),
    childrenDimension: Math.max(scores.childBurdenScore, scores.childEnvironmentScore),
  }),
  gradeOf: (dimensions) => {
    const worst = Math.max(
      dimensions.materialDimension,
      dimensions.healthDimension,
      dimensions.educationDimension,
      dimensions.employmentDimension,
      dimensions.socialSupportDimension,
      dimensions.childrenDimension,
    );
    return SAMPLE_THRESHOLDS.find(([least]) => worst >= least)?.[1] ?? 'NONE';
  },
};

const VERSIONS: ReadonlyMap<string, NeedRules> = new Map([['SAMPLE-1', SAMPLE]]);

/** The rules of a version whose function is known; what another version grades is taken as it is reported. */
export const needRules = (ruleVersion: string): NeedRules | undefined => VERSIONS.get(ruleVersion);
