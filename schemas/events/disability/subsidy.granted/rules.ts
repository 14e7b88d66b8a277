import { fromMonthOfEvent } from '../../../rules/benefit-month.js';
import type { Rules } from '../../../contract.js';
import type { DisabilitySubsidyGranted } from '../../../payloads.generated.js';

export const rules: Rules<DisabilitySubsidyGranted> = [fromMonthOfEvent];
