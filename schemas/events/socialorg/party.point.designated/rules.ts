import type { Rules } from '../../../contract.js';
import type { SocialorgPartyPointDesignated } from '../../../payloads.generated.js';
import { socialOrganisationUsci } from '../../../rules/social-organisation.js';

export const rules: Rules<SocialorgPartyPointDesignated> = [socialOrganisationUsci()];
