import { fromMonthOfEvent } from '../../../rules/benefit-month.js';
import type { Rules } from '../../../contract.js';
import type { ChildBeneficiaryEnrolled } from '../../../payloads.generated.js';

export const rules: Rules<ChildBeneficiaryEnrolled> = [
  fromMonthOfEvent,
  {
    name: 'guardian-is-another',
    pointer: '/data/guardianRef',
    zh: '监护人不是儿童本人',
    en: 'the guardian is somebody else than the child',
    holds: ({ data }) => data.guardianRef !== data.personRef,
  },
];
