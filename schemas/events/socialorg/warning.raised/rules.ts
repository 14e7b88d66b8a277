import type { Rules } from '../../../contract.js';
import type { SocialorgWarningRaised } from '../../../payloads.generated.js';
import { levelNamesStreet } from '../../../rules/place-of-event.js';
import { socialOrganisationUsci } from '../../../rules/social-organisation.js';

export const rules: Rules<SocialorgWarningRaised> = [socialOrganisationUsci(), levelNamesStreet];
