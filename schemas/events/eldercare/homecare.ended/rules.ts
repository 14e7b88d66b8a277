import type { Rules } from '../../../contract.js';
import type { EldercareHomecareEnded } from '../../../payloads.generated.js';
import { fromMonthOfEvent } from '../../../rules/benefit-month.js';

export const rules: Rules<EldercareHomecareEnded> = [fromMonthOfEvent];
