import type { Rules } from '../../../contract.js';
import type { SocialorgWarningClosed } from '../../../payloads.generated.js';
import { levelNamesStreet } from '../../../place-of-event.js';
import { socialOrganisationUsci } from '../../../social-organisation.js';

export const rules: Rules<SocialorgWarningClosed> = [socialOrganisationUsci(), levelNamesStreet];
