import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { EldercareCarerRegistered } from '../../../payloads.generated.js';

export const rules: Rules<EldercareCarerRegistered> = [
  {
    name: 'hired-before-first-day',
    pointer: '/data/hiredOn',
    zh: '聘用日期不晚于首个工作日（事件时间）',
    en: 'nobody is hired after the first work day, the time of the event',
    holds: ({ data, time }) => data.hiredOn <= dayOf(time),
  },
];
