import type { Rules } from '../../../contract.js';
import type { EldercareInstitutionChanged } from '../../../payloads.generated.js';
import { renamedGivesName, relocatedGivesStreet } from '../../../rules/change.js';

/** The reason says which field must carry the new value. */
export const rules: Rules<EldercareInstitutionChanged> = [
  renamedGivesName,
  {
    name: 'converted-gives-form',
    pointer: '/data/legalForm',
    zh: '转制须填新的法人类型、运营方式或机构类型',
    en: 'a conversion gives the new legal form, mode of operation or scope',
    holds: ({ data }) =>
      data.reason !== 'CONVERTED' ||
      data.legalForm !== null ||
      data.operationMode !== null ||
      data.scope !== null,
  },
  relocatedGivesStreet,
  {
    name: 'operator-changed-gives-operator',
    pointer: '/data/usci',
    zh: '运营方变更须填其统一社会信用代码或运营方式',
    en: 'a change of operator gives its identifier or the mode of operation',
    holds: ({ data }) =>
      data.reason !== 'OPERATOR_CHANGED' || data.usci !== null || data.operationMode !== null,
  },
];
