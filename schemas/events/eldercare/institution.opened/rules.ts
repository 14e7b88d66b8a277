import type { InstitutionLegalForm } from '../../../codelists.generated.js';
import type { Rules } from '../../../contract.js';
import type { EldercareInstitutionOpened } from '../../../payloads.generated.js';

/** GB 32100: authority and category that the legal form brings with it. */
const PREFIX: Readonly<Record<InstitutionLegalForm, string>> = {
  PUBLIC: '12',
  PRIVATE_NON_ENTERPRISE: '52',
  ENTERPRISE: '91',
};

export const rules: Rules<EldercareInstitutionOpened> = [
  {
    name: 'usci-of-legal-form',
    pointer: '/data/usci',
    zh: '统一社会信用代码前两位与法人类型相符（12、52、91）',
    en: 'the identifier begins as the legal form asks: 12, 52 or 91',
    holds: ({ data }) => data.usci.startsWith(PREFIX[data.legalForm]),
  },
];
