import type { Rules } from '../../../contract.js';
import { isDistinct, distinctValues } from '../../../rules/distinct.js';
import type { AssistancePlanIssued } from '../../../payloads.generated.js';

export const rules: Rules<AssistancePlanIssued> = [
  {
    name: 'answers-a-need',
    pointer: '/data/needs',
    zh: '至少有一项需求',
    en: 'a plan answers at least one need',
    holds: ({ data }) => data.needs.length > 0,
  },
  distinctValues('needs'),
  {
    name: 'resources-answer-needs',
    pointer: '/data/resources',
    zh: '资源对应方案中的需求',
    en: 'every resource answers a need of the plan',
    holds: ({ data }) => data.resources.every(({ need }) => data.needs.includes(need)),
  },
  {
    name: 'distinct-resources',
    pointer: '/data/resources',
    zh: '同一需求下资源不重复',
    en: 'no resource answers the same need twice',
    holds: ({ data }) => isDistinct(data.resources.map(({ need, resourceId }) => `${need}:${resourceId}`)),
  },
  {
    name: 'ends-after-begin',
    pointer: '/data/endsOn',
    zh: '方案截止日不早于起始日',
    en: 'a plan does not end before it begins',
    holds: ({ data }) => data.endsOn >= data.startsOn,
  },
];
