import type { Rules } from '../../../contract.js';
import type { VolunteerServiceRecorded } from '../../../payloads.generated.js';
import { onEventDay } from '../../../rules/day-of-event.js';

export const rules: Rules<VolunteerServiceRecorded> = [onEventDay('servedOn')];
