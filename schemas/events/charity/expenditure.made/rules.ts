import type { Rules } from '../../../contract.js';
import { amountGiven } from '../../../rules/donation-amount.js';
import type { CharityExpenditureMade } from '../../../payloads.generated.js';

export const rules: Rules<CharityExpenditureMade> = [amountGiven];
