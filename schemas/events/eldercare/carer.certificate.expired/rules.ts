import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { EldercareCarerCertificateExpired } from '../../../payloads.generated.js';

export const rules: Rules<EldercareCarerCertificateExpired> = [
  {
    name: 'expires-after-last-day',
    pointer: '/data/validTo',
    zh: '失效日在最后有效日之后',
    en: 'a certificate expires after the last day on which it counted',
    holds: ({ data, time }) => dayOf(time) > data.validTo,
  },
];
