import type { Family } from './family.js';

const where = (survey: string) => ({ survey: [survey], level: ['DISTRICT'] });

/** Satisfied ÷ valid answers of the newest round; neutral and dissatisfied answers are not satisfied. */
export const SATISFACTION = (survey: string): Family => ({
  definition: {
    zh: '最近一轮调查满意数 ÷ 有效样本数 × 100（全区口径）',
    en: 'Satisfied ÷ valid answers of the newest round × 100, of the district as a whole',
  },
  unit: '%',
  counts: { unit: '份', zh: '满意答卷', en: 'satisfied answers' },
  decimals: 2,
  kind: 'SURVEY',
  breakdown: null,
  numerator: [{ measure: 'survey.satisfied', where: where(survey) }],
  denominator: [{ measure: 'survey.valid', where: where(survey) }],
  factor: 100,
});
