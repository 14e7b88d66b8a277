import type { Rules } from '../../../contract.js';
import type { AdoptionRegistered } from '../../../payloads.generated.js';
import { partiesRules } from '../../../rules/adoption-parties.js';

export const rules: Rules<AdoptionRegistered> = partiesRules;
