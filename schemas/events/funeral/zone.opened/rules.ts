import type { Rules } from '../../../contract.js';
import { dayOfEvent } from '../../../rules/event-day.js';
import type { FuneralZoneOpened } from '../../../payloads.generated.js';

export const rules: Rules<FuneralZoneOpened> = [
  dayOfEvent('openedOn', { zh: '启用日期', en: 'the day of opening' }),
];
