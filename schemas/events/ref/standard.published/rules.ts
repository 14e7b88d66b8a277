import { dayOf, monthOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { RefStandardPublished } from '../../../payloads.generated.js';

export const rules: Rules<RefStandardPublished> = [
  {
    name: 'holds-from-event-month',
    pointer: '/data/effectiveMonth',
    zh: '执行起始月份即事件时间所在月份',
    en: 'a standard takes effect in its first month',
    holds: ({ data, time }) => data.effectiveMonth === monthOf(dayOf(time)),
  },
];
