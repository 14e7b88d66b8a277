import { fromMonthOfEvent } from '../../../rules/benefit-month.js';
import type { Rules } from '../../../contract.js';
import type { ChildBeneficiaryExited } from '../../../payloads.generated.js';

export const rules: Rules<ChildBeneficiaryExited> = [fromMonthOfEvent];
