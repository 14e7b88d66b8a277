import type { Rules } from '../../../contract.js';
import type { EldercareVisitCompleted } from '../../../payloads.generated.js';
import { dayOfEvent } from '../../../rules/event-day.js';

export const rules: Rules<EldercareVisitCompleted> = [
  dayOfEvent('visitedOn', { zh: '探访日期', en: 'the day of the visit' }),
];
