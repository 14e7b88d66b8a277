import type { Rules } from '../../../contract.js';
import type { RescuePersonAdmitted } from '../../../payloads.generated.js';

export const rules: Rules<RescuePersonAdmitted> = [
  {
    name: 'names-somebody',
    pointer: '/data/anonymousRef',
    zh: '须填受助人员或无名编号之一',
    en: 'an admission names a person or a number in its place',
    holds: ({ data }) => data.personRef !== null || data.anonymousRef !== null,
  },
];
