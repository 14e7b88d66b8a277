import type { Rules } from '../../../contract.js';
import type { FundDisbursementReported } from '../../../payloads.generated.js';
import { reportedPersonsRules, reportedRules } from '../../../reported-figures.js';

export const rules: Rules<FundDisbursementReported> = [
  ...reportedRules<FundDisbursementReported>(),
  ...reportedPersonsRules<FundDisbursementReported>(),
];
