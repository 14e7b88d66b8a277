import type { Rules } from '../../../contract.js';
import { amountGiven } from '../../../rules/donation-amount.js';
import type { CharityDonationReceived } from '../../../payloads.generated.js';

export const rules: Rules<CharityDonationReceived> = [amountGiven];
