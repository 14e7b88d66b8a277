import type { Rules } from '../../../contract.js';
import type { ChildBeneficiaryReported } from '../../../payloads.generated.js';
import { reportedStockRules } from '../../../reported-figures.js';

export const rules: Rules<ChildBeneficiaryReported> = [...reportedStockRules<ChildBeneficiaryReported>()];
