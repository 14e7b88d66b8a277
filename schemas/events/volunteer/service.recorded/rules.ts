import type { Rules } from '../../../contract.js';
import type { VolunteerServiceRecorded } from '../../../payloads.generated.js';
import { dayOfEvent } from '../../../rules/event-day.js';

export const rules: Rules<VolunteerServiceRecorded> = [
  dayOfEvent('servedOn', { zh: '服务日期', en: 'the day of the service' }),
];
