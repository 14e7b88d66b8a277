import type { Rules } from '../../../contract.js';
import { approverNotAcceptor } from '../../../rules/officer-roles.js';
import type { AssistanceApprovalGranted } from '../../../payloads.generated.js';

export const rules: Rules<AssistanceApprovalGranted> = [
  {
    name: 'ends-after-begin',
    pointer: '/data/validTo',
    zh: '截止月不早于起始月',
    en: 'a benefit does not end before it begins',
    holds: ({ data }) => data.validTo === null || data.validTo >= data.effectiveMonth,
  },
  approverNotAcceptor,
];
