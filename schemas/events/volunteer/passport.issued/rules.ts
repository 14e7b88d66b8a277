import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { VolunteerPassportIssued } from '../../../payloads.generated.js';

export const rules: Rules<VolunteerPassportIssued> = [
  {
    name: 'issued-on-its-day',
    pointer: '/data/issuedOn',
    zh: '发放日期与事件时间为同一日',
    en: 'a passport is issued on the day of the event',
    holds: ({ data, time }) => data.issuedOn === dayOf(time),
  },
];
