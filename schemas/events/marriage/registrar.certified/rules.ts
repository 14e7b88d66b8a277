import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { MarriageRegistrarCertified } from '../../../payloads.generated.js';

export const rules: Rules<MarriageRegistrarCertified> = [
  {
    name: 'valid-when-certified',
    pointer: '/data/validTo',
    zh: '发证时证书在有效期内',
    en: 'a certificate is valid on the day it is given',
    holds: ({ data, time }) => data.validTo >= dayOf(time),
  },
];
