import type { Rules } from '../../../contract.js';
import type { RescueFamilyFound } from '../../../payloads.generated.js';

export const rules: Rules<RescueFamilyFound> = [
  {
    name: 'family-is-another',
    pointer: '/data/relation',
    zh: '亲属不是受助人员本人',
    en: 'the family is somebody else than the person',
    holds: ({ data }) => data.relation !== 'SELF',
  },
];
