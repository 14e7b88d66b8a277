import type { Rules } from '../../../contract.js';
import type { VolunteerPassportIssued } from '../../../payloads.generated.js';
import { dayOfEvent } from '../../../rules/event-day.js';

export const rules: Rules<VolunteerPassportIssued> = [
  dayOfEvent('issuedOn', { zh: '发放日期', en: 'the day of issue' }),
];
