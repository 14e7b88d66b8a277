import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import { isDistinct } from '../../../rules/distinct.js';
import type { AssistanceResourceRegistered } from '../../../payloads.generated.js';
import { streetNamed } from '../../../rules/place-of-event.js';

export const rules: Rules<AssistanceResourceRegistered> = [
  streetNamed,
  {
    name: 'ends-after-begin',
    pointer: '/data/validTo',
    zh: '有效期止不早于登记日',
    en: 'a resource does not expire before it is registered',
    holds: ({ data, time }) => data.validTo >= dayOf(time),
  },
  {
    name: 'distinct-needs',
    pointer: '/data/needs',
    zh: '适配需求不重复',
    en: 'no need occurs twice',
    holds: ({ data }) => isDistinct(data.needs ?? []),
  },
];
