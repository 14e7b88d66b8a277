import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { VolunteerServiceRecorded } from '../../../payloads.generated.js';

export const rules: Rules<VolunteerServiceRecorded> = [
  {
    name: 'served-on-its-day',
    pointer: '/data/servedOn',
    zh: '服务日期与事件时间为同一日',
    en: 'a service counts on the day of the event',
    holds: ({ data, time }) => data.servedOn === dayOf(time),
  },
];
