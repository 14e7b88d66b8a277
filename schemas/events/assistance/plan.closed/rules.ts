import type { Rules } from '../../../contract.js';
import type { AssistancePlanClosed } from '../../../payloads.generated.js';

export const rules: Rules<AssistancePlanClosed> = [
  {
    name: 'replacement-names-successor',
    pointer: '/data/successorPlanId',
    zh: '更换方案须填后续方案编号',
    en: 'a plan that is replaced names its successor',
    holds: ({ data }) => data.reason !== 'REPLACED' || data.successorPlanId !== null,
  },
  {
    name: 'successor-of-replacement',
    pointer: '/data/successorPlanId',
    zh: '只有更换方案才填后续方案编号',
    en: 'only a plan that is replaced names a successor',
    holds: ({ data }) => data.reason === 'REPLACED' || data.successorPlanId === null,
  },
  {
    name: 'successor-is-another',
    pointer: '/data/successorPlanId',
    zh: '后续方案不是本方案',
    en: 'a plan does not replace itself',
    holds: ({ data }) => data.successorPlanId !== data.planId,
  },
];
