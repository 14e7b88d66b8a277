import type { Rules } from '../../../contract.js';
import type { EldercareCarerCertified } from '../../../payloads.generated.js';
import { dayOfEvent, endsAfterEvent } from '../../../rules/event-day.js';

export const rules: Rules<EldercareCarerCertified> = [
  dayOfEvent('issuedOn', { zh: '发证日期', en: 'the day of issue' }),
  endsAfterEvent,
];
