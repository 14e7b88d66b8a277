import { judgeCertificateIdentifier } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { CertVerified } from '../../../payloads.generated.js';

/** What was presented may be forged, so its check character may be wrong; then no certificate can have been found. */
export const rules: Rules<CertVerified> = [
  {
    name: 'found-has-check-character',
    pointer: '/data/result',
    zh: '校验位不符的证照标识只能查无此证',
    en: 'with a wrong check character no certificate is found',
    holds: ({ data }) =>
      data.result === 'NOT_FOUND' || judgeCertificateIdentifier(data.identifier) !== 'check',
  },
];
