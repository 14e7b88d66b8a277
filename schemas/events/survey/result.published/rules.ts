import type { Rules } from '../../../contract.js';
import type { SurveyResultPublished } from '../../../payloads.generated.js';

export const rules: Rules<SurveyResultPublished> = [
  {
    name: 'valid-within-sample',
    pointer: '/data/valid',
    zh: '有效样本数不多于样本数',
    en: 'there are no more valid answers than persons asked',
    holds: ({ data }) => data.valid <= data.sample,
  },
  {
    name: 'satisfied-within-valid',
    pointer: '/data/satisfied',
    zh: '满意数不多于有效样本数',
    en: 'there are no more satisfied answers than valid ones',
    holds: ({ data }) => data.satisfied <= data.valid,
  },
  {
    name: 'opinions-within-valid',
    pointer: '/data/veryDissatisfied',
    zh: '满意数与非常不满意数之和不多于有效样本数',
    en: 'satisfied and very dissatisfied answers together are no more than the valid ones',
    // More satisfied than valid answers is the rule before; one mistake is told once.
    holds: ({ data }) => data.veryDissatisfied <= Math.max(0, data.valid - data.satisfied),
  },
];
