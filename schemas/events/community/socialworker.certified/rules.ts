import type { Rules } from '../../../contract.js';
import type { CommunitySocialworkerCertified } from '../../../payloads.generated.js';

export const rules: Rules<CommunitySocialworkerCertified> = [
  {
    name: 'certificate-gives-level',
    pointer: '/data/level',
    zh: '职业水平证书须填职业水平',
    en: 'a certificate of a professional level gives the level',
    holds: ({ data }) => data.relatedCertificate || data.level !== null,
  },
  {
    name: 'related-gives-no-level',
    pointer: '/data/level',
    zh: '相关证书不填职业水平',
    en: 'a related certificate is of no professional level',
    holds: ({ data }) => !data.relatedCertificate || data.level === null,
  },
];
