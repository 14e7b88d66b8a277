import type { Rules } from '../../../contract.js';
import { needRules, type NeedDimensions } from '../../../rules/need-grade.js';
import type { AssistanceNeedAssessed } from '../../../payloads.generated.js';
import { dayOfEvent } from '../../../rules/event-day.js';

export const rules: Rules<AssistanceNeedAssessed> = [
  dayOfEvent('assessedOn', { zh: '评估日期', en: 'the day of the assessment' }),
  {
    name: 'dimensions-of-rule-version',
    pointer: '/data/ruleVersion',
    zh: '各维度得分按该规则版本由十项得分得出',
    en: 'the dimensions are what the rule version makes of the scores',
    holds: ({ data }) => {
      const expected = needRules(data.ruleVersion)?.dimensionsOf(data) ?? {};
      return Object.entries(expected).every(
        ([dimension, score]) => data[dimension as keyof NeedDimensions] === score,
      );
    },
  },
  {
    name: 'grade-of-rule-version',
    pointer: '/data/grade',
    zh: '困境程度按该规则版本由各维度得分得出',
    en: 'the grade is what the rule version makes of the dimensions',
    holds: ({ data }) => (needRules(data.ruleVersion)?.gradeOf(data) ?? data.grade) === data.grade,
  },
];
