import type { Rules } from '../../../contract.js';
import { amountGiven } from '../../../donation-amount.js';
import type { CharityExpenditureMade } from '../../../payloads.generated.js';

export const rules: Rules<CharityExpenditureMade> = [amountGiven];
