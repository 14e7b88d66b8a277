import type { Rules } from '../../../contract.js';
import type { SocialorgAbnormalListed } from '../../../payloads.generated.js';
import { socialOrganisationUsci } from '../../../rules/social-organisation.js';
import { listingRules } from '../../../rules/social-organisation-list.js';

export const rules: Rules<SocialorgAbnormalListed> = [socialOrganisationUsci(), ...listingRules];
