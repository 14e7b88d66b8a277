import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { MarriageAnnulled } from '../../../payloads.generated.js';
import { marriageCertificateRules } from '../../../rules/marriage-certificate.js';

/** Event time is when the decision took effect; that it works back to the wedding is for whoever reads the status. */
export const rules: Rules<MarriageAnnulled> = [
  ...marriageCertificateRules,
  {
    name: 'decided-before-effect',
    pointer: '/data/decidedOn',
    zh: '决定日期不晚于生效日',
    en: 'a decision does not take effect before it is made',
    holds: ({ data, time }) => data.decidedOn <= dayOf(time),
  },
  {
    name: 'registrar-only-for-coercion',
    pointer: '/data/authority',
    zh: '婚姻登记机关只能因胁迫撤销婚姻',
    en: 'a registration office annuls for coercion only',
    holds: ({ data }) => data.authority !== 'REGISTRAR' || data.ground === 'COERCION',
  },
];
