import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { EldercareVisitCompleted } from '../../../payloads.generated.js';

export const rules: Rules<EldercareVisitCompleted> = [
  {
    name: 'date-of-event',
    pointer: '/data/date',
    zh: '探访日期即事件日期',
    en: 'the day is that of the event',
    holds: ({ data, time }) => data.date === dayOf(time),
  },
];
