import type { Rules } from '../../../contract.js';
import type { AssistanceApprovalGranted } from '../../../payloads.generated.js';
import { broken } from '../../../rule.js';

export const rules: Rules<AssistanceApprovalGranted> = ({ data }) =>
  data.validTo !== null && data.validTo < data.effectiveMonth
    ? [broken('/data/validTo', 'a benefit ends before it begins')]
    : [];
