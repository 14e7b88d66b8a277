import type { BusinessDay } from '../time/business-day.js';

/**
 * MZT039: MZ/T 039-2013, four levels. GBT42195: GB/T 42195-2022, five levels, in its place. SH_UNIFIED_2: Shanghai
 * 老年照护统一需求评估 second edition, whose algorithm is not public: its level is accepted and never recomputed.
 */
export const ASSESSMENT_SCHEMES = ['SH_UNIFIED_2', 'GBT42195', 'MZT039'] as const;
export type AssessmentScheme = (typeof ASSESSMENT_SCHEMES)[number];

/** First day of GB/T 42195-2022; general knowledge, so configuration. */
export const GBT42195_FROM: BusinessDay = '2022-12-30';

/** Levels as texts, best first. Shanghai: 正常, 照护一级 … 六级, 建议就医. */
const LEVELS: Readonly<Record<AssessmentScheme, readonly string[]>> = {
  SH_UNIFIED_2: ['NORMAL', 'CARE_1', 'CARE_2', 'CARE_3', 'CARE_4', 'CARE_5', 'CARE_6', 'SEE_DOCTOR'],
  GBT42195: ['0', '1', '2', '3', '4'],
  MZT039: ['0', '1', '2', '3'],
};

/** Whether an assessment made on the day may follow the scheme. */
export function isSchemeValidOn(scheme: AssessmentScheme, day: BusinessDay): boolean {
  if (scheme === 'SH_UNIFIED_2') return true;
  return scheme === 'GBT42195' ? day >= GBT42195_FROM : day < GBT42195_FROM;
}

/** Whether the level can be computed from the scores; of the others it is accepted as sent. */
export const isSchemeComputable = (scheme: AssessmentScheme): boolean => scheme === 'GBT42195';

export const levelsOfScheme = (scheme: AssessmentScheme): readonly string[] => LEVELS[scheme];
