import type { Rules } from '../../../contract.js';
import type { EldercareCarerCertified } from '../../../payloads.generated.js';
import { onEventDay, endsAfterBegin } from '../../../rules/day-of-event.js';

export const rules: Rules<EldercareCarerCertified> = [onEventDay('issuedOn'), endsAfterBegin];
