import type { Rules } from '../../../contract.js';
import { isDistinct } from '../../../rules/distinct.js';
import type { MarriageQualityChecked } from '../../../payloads.generated.js';

export const rules: Rules<MarriageQualityChecked> = [
  {
    name: 'passed-without-defects',
    pointer: '/data/defects',
    zh: '合格档案没有缺陷',
    en: 'a file that passed has no defects',
    holds: ({ data }) => !data.passed || data.defects.length === 0,
  },
  {
    name: 'failed-names-defects',
    pointer: '/data/defects',
    zh: '不合格须填缺陷',
    en: 'a file that failed names its defects',
    holds: ({ data }) => data.passed || data.defects.length > 0,
  },
  {
    name: 'defects-distinct',
    pointer: '/data/defects',
    zh: '缺陷不重复',
    en: 'no defect is named twice',
    holds: ({ data }) => isDistinct(data.defects),
  },
];
