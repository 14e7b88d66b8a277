import {
  assessGbt42195,
  dayOf,
  gbt42195Level,
  gbt42195ScoreFaults,
  GBT42195_MAX_TOTAL,
  isSchemeComputable,
  levelsOfScheme,
} from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { EldercareAssessmentCompleted } from '../../../payloads.generated.js';

/** The national scales number their levels; a code cannot begin with a digit. */
const ABILITY = 'ABILITY_';
const LEAST_ASSESSORS = 2;

/** Level the scores give, or the total when the scores are not sent; undefined when neither computes. */
function computedLevel(data: EldercareAssessmentCompleted): string | undefined {
  if (!isSchemeComputable(data.scheme)) return undefined;
  const conditions = {
    coma: data.coma ?? false,
    dementia: data.dementia ?? false,
    otherMentalDisorder: data.otherMentalDisorder ?? false,
    careRiskEvents: data.careRiskEvents ?? 0,
  };
  if (data.itemScores !== null) return levelCode(assessGbt42195(data.itemScores, conditions)?.level);
  return data.total === null ? undefined : levelCode(gbt42195Level(data.total, conditions));
}

const levelCode = (level: number | undefined) => (level === undefined ? undefined : `${ABILITY}${level}`);

export const rules: Rules<EldercareAssessmentCompleted> = [
  {
    name: 'two-assessors',
    pointer: '/data/assessors',
    zh: '评估员至少两名，且不重复',
    en: 'there are at least two different assessors',
    holds: ({ data }) => new Set(data.assessors).size >= Math.max(LEAST_ASSESSORS, data.assessors.length),
  },
  {
    name: 'level-of-scheme',
    pointer: '/data/level',
    zh: '评估等级属于所用评估标准',
    en: 'the level is one of the scheme',
    holds: ({ data }) => levelsOfScheme(data.scheme).includes(data.level.replace(ABILITY, '')),
  },
  {
    name: 'scores-of-computable-scheme',
    pointer: '/data/itemScores',
    zh: '只有 GB/T 42195 填26项得分',
    en: 'only GB/T 42195 has the scores of the 26 items',
    holds: ({ data }) => data.itemScores === null || isSchemeComputable(data.scheme),
  },
  {
    name: 'scores-complete',
    pointer: '/data/itemScores',
    zh: '26项得分齐全，每项不超过该项满分',
    en: 'there are 26 scores, none below 0 or above the maximum of its item',
    holds: ({ data }) =>
      data.itemScores === null ||
      !isSchemeComputable(data.scheme) ||
      gbt42195ScoreFaults(data.itemScores).length === 0,
  },
  {
    name: 'total-of-scores',
    pointer: '/data/total',
    zh: '总分等于26项得分之和',
    en: 'the total is the sum of the scores',
    holds: ({ data }) => {
      const computed = data.itemScores === null ? undefined : assessGbt42195(data.itemScores);
      return data.total === null || computed === undefined || data.total === computed.total;
    },
  },
  {
    name: 'total-of-scheme',
    pointer: '/data/total',
    zh: 'GB/T 42195 总分不超过90',
    en: 'a total of GB/T 42195 is at most 90',
    holds: ({ data }) =>
      data.total === null ||
      data.itemScores !== null ||
      !isSchemeComputable(data.scheme) ||
      data.total <= GBT42195_MAX_TOTAL,
  },
  {
    name: 'level-of-scores',
    pointer: '/data/level',
    zh: '评估等级与得分及调整情形一致（GB/T 42195）',
    en: 'the level is what GB/T 42195 computes from scores and conditions',
    holds: ({ data }) => (computedLevel(data) ?? data.level) === data.level,
  },
  {
    name: 'ends-after-begin',
    pointer: '/data/validTo',
    zh: '有效期止不早于有效期起',
    en: 'a result does not end before it begins',
    holds: ({ data }) => data.validTo >= data.validFrom,
  },
  {
    name: 'counts-after-assessment',
    pointer: '/data/validFrom',
    zh: '有效期起不早于评估日',
    en: 'a result does not count before the assessment',
    holds: ({ data, time }) => data.validFrom >= dayOf(time),
  },
];
