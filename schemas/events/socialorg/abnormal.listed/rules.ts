import type { Rules } from '../../../contract.js';
import type { SocialorgAbnormalListed } from '../../../payloads.generated.js';
import { socialOrganisationUsci } from '../../../social-organisation.js';
import { listingRules } from '../../../social-organisation-list.js';

export const rules: Rules<SocialorgAbnormalListed> = [socialOrganisationUsci(), ...listingRules];
