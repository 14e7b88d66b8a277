import type { Rules } from '../../../contract.js';
import type { AdoptionRegistered } from '../../../payloads.generated.js';
import { partiesRules } from '../parties.js';

export const rules: Rules<AdoptionRegistered> = partiesRules;
