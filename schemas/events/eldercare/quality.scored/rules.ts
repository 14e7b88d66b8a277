import { dayOf, monthOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { EldercareQualityScored } from '../../../payloads.generated.js';
import { isDistinct } from '../../../rules/distinct.js';

export const rules: Rules<EldercareQualityScored> = [
  {
    name: 'month-of-event',
    pointer: '/data/month',
    zh: '监测月份与评分时间同月',
    en: 'the month is that of the event',
    holds: ({ data, time }) => data.month === monthOf(dayOf(time)),
  },
  {
    name: 'items-once',
    pointer: '/data/items',
    zh: '每个监测项目只评一次',
    en: 'no item is scored twice',
    holds: ({ data }) => isDistinct(data.items.map(({ item }) => item)),
  },
];
