import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { EldercareCarerCertified } from '../../../payloads.generated.js';

export const rules: Rules<EldercareCarerCertified> = [
  {
    name: 'issued-on-event-day',
    pointer: '/data/issuedOn',
    zh: '发证日期即事件日期',
    en: 'the day of issue is that of the event',
    holds: ({ data, time }) => data.issuedOn === dayOf(time),
  },
  {
    name: 'ends-after-begin',
    pointer: '/data/validTo',
    zh: '有效期止不早于发证日期',
    en: 'a certificate does not end before it is issued',
    holds: ({ data, time }) => data.validTo === null || data.validTo >= dayOf(time),
  },
];
