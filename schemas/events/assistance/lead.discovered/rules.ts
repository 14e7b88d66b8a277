import type { Rules } from '../../../contract.js';
import type { AssistanceLeadDiscovered } from '../../../payloads.generated.js';

export const rules: Rules<AssistanceLeadDiscovered> = [
  {
    name: 'names-somebody',
    pointer: '/data/householdRef',
    zh: '须填对象或家庭之一',
    en: 'a lead names a person or a household',
    holds: ({ data }) => data.personRef !== null || data.householdRef !== null,
  },
];
