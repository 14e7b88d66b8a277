import { DIVORCE_WAITING_FROM, dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import { dayOfEvent } from '../../../rules/event-day.js';
import type { MarriageDivorceApplied } from '../../../payloads.generated.js';
import { marriageCertificateRules } from '../../../rules/marriage-certificate.js';

export const rules: Rules<MarriageDivorceApplied> = [
  {
    name: 'waiting-period-in-force',
    pointer: '/time',
    zh: '2021 年 1 月 1 日起方有离婚登记申请',
    en: 'divorces are applied for from 2021-01-01 on',
    holds: ({ time }) => dayOf(time) >= DIVORCE_WAITING_FROM,
  },
  dayOfEvent('filedOn', { zh: '受理日期', en: 'the day of filing' }),
  ...marriageCertificateRules,
];
