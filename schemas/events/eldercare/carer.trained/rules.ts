import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { EldercareCarerTrained } from '../../../payloads.generated.js';

export const rules: Rules<EldercareCarerTrained> = [
  {
    name: 'completed-on-event-day',
    pointer: '/data/completedOn',
    zh: '结业日期即事件日期',
    en: 'the day of completion is that of the event',
    holds: ({ data, time }) => data.completedOn === dayOf(time),
  },
];
