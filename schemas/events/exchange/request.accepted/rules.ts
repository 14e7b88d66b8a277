import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { ExchangeRequestAccepted } from '../../../payloads.generated.js';

export const rules: Rules<ExchangeRequestAccepted> = [
  {
    name: 'due-after-acceptance',
    pointer: '/data/dueOn',
    zh: '承诺答复日期不早于受理日',
    en: 'an answer is not promised for a day before the acceptance',
    holds: ({ data, time }) => data.dueOn === null || data.dueOn >= dayOf(time),
  },
];
