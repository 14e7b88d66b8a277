import type { Rules } from '../../../contract.js';
import type { SocialorgDecoupled } from '../../../payloads.generated.js';
import { socialOrganisationUsci } from '../../../rules/social-organisation.js';

/** Trade associations and chambers of commerce are associations. */
export const rules: Rules<SocialorgDecoupled> = [socialOrganisationUsci('ASSOCIATION')];
