import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { AssistanceRiskAlerted } from '../../../payloads.generated.js';

export const rules: Rules<AssistanceRiskAlerted> = [
  {
    name: 'due-after-alert',
    pointer: '/data/dueOn',
    zh: '办结期限不早于预警日',
    en: 'an alert is not due before it was raised',
    holds: ({ data, time }) => data.dueOn === null || data.dueOn >= dayOf(time),
  },
];
