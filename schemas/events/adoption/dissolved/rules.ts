import type { Rules } from '../../../contract.js';
import type { AdoptionDissolved } from '../../../payloads.generated.js';
import { partiesRules } from '../../../rules/adoption-parties.js';

export const rules: Rules<AdoptionDissolved> = partiesRules;
