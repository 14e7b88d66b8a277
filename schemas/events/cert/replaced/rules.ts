import { parseCertificateIdentifier } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { CertReplaced } from '../../../payloads.generated.js';

export const rules: Rules<CertReplaced> = [
  {
    name: 'replaces-another',
    pointer: '/data/replaces',
    zh: '新证照与原证照不是同一证照',
    en: 'a certificate does not replace itself',
    holds: ({ data }) => data.replaces !== data.identifier,
  },
  {
    name: 'replaces-same-type',
    pointer: '/data/replaces',
    zh: '新证照与原证照类型相同',
    en: 'a certificate replaces one of its own type',
    holds: ({ data }) =>
      parseCertificateIdentifier(data.replaces)?.type === parseCertificateIdentifier(data.identifier)?.type,
  },
];
