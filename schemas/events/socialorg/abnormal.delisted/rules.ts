import type { Rules } from '../../../contract.js';
import type { SocialorgAbnormalDelisted } from '../../../payloads.generated.js';
import { socialOrganisationUsci } from '../../../rules/social-organisation.js';
import { delistedAfterListing } from '../../../rules/social-organisation-list.js';

export const rules: Rules<SocialorgAbnormalDelisted> = [socialOrganisationUsci(), delistedAfterListing];
