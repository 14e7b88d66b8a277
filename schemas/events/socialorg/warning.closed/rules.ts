import type { Rules } from '../../../contract.js';
import type { SocialorgWarningClosed } from '../../../payloads.generated.js';
import { levelNamesStreet } from '../../../rules/place-of-event.js';
import { socialOrganisationUsci } from '../../../rules/social-organisation.js';

export const rules: Rules<SocialorgWarningClosed> = [socialOrganisationUsci(), levelNamesStreet];
