import type { Rules } from '../../../contract.js';
import type { AssistanceBenefitReported } from '../../../payloads.generated.js';
import { reportedPersonsRules, reportedRules } from '../../../reported-figures.js';

export const rules: Rules<AssistanceBenefitReported> = [
  ...reportedRules<AssistanceBenefitReported>(),
  ...reportedPersonsRules<AssistanceBenefitReported>(),
];
