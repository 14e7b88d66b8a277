import { dayOf, monthOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { EldercareAllowancePaid } from '../../../payloads.generated.js';

/** GB/T 2260 of the municipality. */
const SHANGHAI = '31';

export const rules: Rules<EldercareAllowancePaid> = [
  {
    name: 'hukou-in-shanghai',
    pointer: '/regionid',
    zh: '仅发放本市户籍老年人，地区为其户籍所在地',
    en: 'only who is registered in Shanghai is paid, and the region is that of the registration',
    holds: ({ regionId }) => regionId.startsWith(SHANGHAI),
  },
  {
    name: 'period-has-begun',
    pointer: '/data/period',
    zh: '津贴所属月份不晚于发放月',
    en: 'no month is paid before it begins',
    holds: ({ data, time }) => data.period <= monthOf(dayOf(time)),
  },
];
