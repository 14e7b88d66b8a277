import type { Rules } from '../../../contract.js';
import type { EldercareCarerTrained } from '../../../payloads.generated.js';
import { onEventDay } from '../../../rules/day-of-event.js';

export const rules: Rules<EldercareCarerTrained> = [onEventDay('completedOn')];
