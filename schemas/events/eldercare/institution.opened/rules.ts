import type { Rules } from '../../../contract.js';
import type { InstitutionLegalForm } from '../../../codelists.generated.js';
import type { EldercareInstitutionOpened } from '../../../payloads.generated.js';
import { broken } from '../../../rule.js';

/** GB 32100: authority and category that the legal form brings with it. */
const PREFIX: Readonly<Record<InstitutionLegalForm, string>> = {
  PUBLIC: '12',
  PRIVATE_NON_ENTERPRISE: '52',
  ENTERPRISE: '91',
};

export const rules: Rules<EldercareInstitutionOpened> = ({ data }) => {
  const prefix = PREFIX[data.legalForm];
  return data.usci.startsWith(prefix)
    ? []
    : [broken('/data/usci', `the identifier of this legal form begins with ${prefix}`)];
};
