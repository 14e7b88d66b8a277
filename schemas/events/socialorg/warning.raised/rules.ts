import type { Rules } from '../../../contract.js';
import type { SocialorgWarningRaised } from '../../../payloads.generated.js';
import { levelNamesStreet } from '../../../place-of-event.js';
import { socialOrganisationUsci } from '../../../social-organisation.js';

export const rules: Rules<SocialorgWarningRaised> = [socialOrganisationUsci(), levelNamesStreet];
