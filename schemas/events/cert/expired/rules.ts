import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { CertExpired } from '../../../payloads.generated.js';

export const rules: Rules<CertExpired> = [
  {
    name: 'after-last-day',
    pointer: '/data/validTo',
    zh: '有效期截止日当日证照仍有效，次日起过期',
    en: 'a certificate is valid on its last day and expires after it',
    holds: ({ data, time }) => data.validTo < dayOf(time),
  },
];
