import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { RefPopulationPublished } from '../../../payloads.generated.js';

export const rules: Rules<RefPopulationPublished> = [
  {
    name: 'published-after-its-day',
    pointer: '/data/asOf',
    zh: '数据时点不晚于登记日',
    en: 'a figure is not published before its day',
    holds: ({ data, recordedTime }) => data.asOf <= dayOf(recordedTime),
  },
];
