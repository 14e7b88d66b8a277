import { dayOf, monthOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { EldercareHomecareEnded } from '../../../payloads.generated.js';

export const rules: Rules<EldercareHomecareEnded> = [
  {
    name: 'from-month-of-event',
    pointer: '/data/fromMonth',
    zh: '停发起始月即事件所在月',
    en: 'the month is that of the event',
    holds: ({ data, time }) => data.fromMonth === monthOf(dayOf(time)),
  },
];
