import type { Rules } from '../../../contract.js';
import type { EldercareVisitCompleted } from '../../../payloads.generated.js';
import { onEventDay } from '../../../rules/day-of-event.js';

export const rules: Rules<EldercareVisitCompleted> = [onEventDay('visitedOn')];
