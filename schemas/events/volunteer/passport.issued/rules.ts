import type { Rules } from '../../../contract.js';
import type { VolunteerPassportIssued } from '../../../payloads.generated.js';
import { onEventDay } from '../../../rules/day-of-event.js';

export const rules: Rules<VolunteerPassportIssued> = [onEventDay('issuedOn')];
