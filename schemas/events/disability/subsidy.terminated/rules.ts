import { fromMonthOfEvent } from '../../../rules/benefit-month.js';
import type { Rules } from '../../../contract.js';
import type { DisabilitySubsidyTerminated } from '../../../payloads.generated.js';

export const rules: Rules<DisabilitySubsidyTerminated> = [fromMonthOfEvent];
