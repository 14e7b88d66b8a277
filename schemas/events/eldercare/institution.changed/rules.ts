import type { Rules } from '../../../contract.js';
import type { EldercareInstitutionChanged } from '../../../payloads.generated.js';
import { broken } from '../../../rule.js';

/** The reason says which field must carry the new value. */
export const rules: Rules<EldercareInstitutionChanged> = ({ data, streetId }) => {
  switch (data.reason) {
    case 'RENAMED':
      return data.name === null ? [broken('/data/name', 'a change of name gives the new name')] : [];
    case 'CONVERTED':
      return data.legalForm === null && data.operationMode === null && data.scope === null
        ? [broken('/data/legalForm', 'a conversion gives the new legal form, mode of operation or scope')]
        : [];
    case 'RELOCATED':
      return streetId === undefined
        ? [broken('/streetid', 'a move names the new street in the envelope')]
        : [];
    case 'OPERATOR_CHANGED':
      return data.usci === null && data.operationMode === null
        ? [broken('/data/usci', 'a change of operator gives its identifier or the mode of operation')]
        : [];
  }
};
