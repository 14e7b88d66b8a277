import type { Rules } from '../../../contract.js';
import type { DisabilitySubsidyReported } from '../../../payloads.generated.js';
import { amountNeedsPersons, reportedRules } from '../../../reported-figures.js';

export const rules: Rules<DisabilitySubsidyReported> = [
  ...reportedRules<DisabilitySubsidyReported>(),
  ...amountNeedsPersons<DisabilitySubsidyReported>(),
];
