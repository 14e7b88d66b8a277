import { DIVORCE_WAITING_FROM } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { MarriageAppointmentBooked } from '../../../payloads.generated.js';
import { slotNotPast } from '../../../rules/booked-slot.js';

export const rules: Rules<MarriageAppointmentBooked> = [
  slotNotPast,
  {
    name: 'divorce-application-from-2021',
    pointer: '/data/slotOn',
    zh: '离婚登记申请只能预约 2021 年 1 月 1 日及以后的日期',
    en: 'divorces are applied for from 2021-01-01 on',
    // The day of the visit counts: the first ones were booked in December 2020.
    holds: ({ data }) => data.kind !== 'DIVORCE_APPLICATION' || data.slotOn >= DIVORCE_WAITING_FROM,
  },
];
