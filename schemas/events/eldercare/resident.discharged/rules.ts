import type { Rules } from '../../../contract.js';
import type { EldercareResidentDischarged } from '../../../payloads.generated.js';

export const rules: Rules<EldercareResidentDischarged> = [
  {
    name: 'transfer-to-institution-only',
    pointer: '/data/transferredTo',
    zh: '只有转机构才填转入机构',
    en: 'only who moves to another institution names one',
    holds: ({ data }) => data.transferredTo === null || data.reason === 'OTHER_INSTITUTION',
  },
  {
    name: 'transfer-to-another',
    pointer: '/data/transferredTo',
    zh: '转入机构不是原机构',
    en: 'the institution moved to is another one',
    holds: ({ data }) => data.transferredTo !== data.institutionId,
  },
];
