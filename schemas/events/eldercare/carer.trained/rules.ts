import type { Rules } from '../../../contract.js';
import type { EldercareCarerTrained } from '../../../payloads.generated.js';
import { dayOfEvent } from '../../../rules/event-day.js';

export const rules: Rules<EldercareCarerTrained> = [
  dayOfEvent('completedOn', { zh: '结业日期', en: 'the day of completion' }),
];
