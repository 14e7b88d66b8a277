import type { Rules } from '../../../contract.js';
import type { AssistanceMedicalSettled } from '../../../payloads.generated.js';

/** Cost that insurance does not cover at all is the rest of the total. */
export const rules: Rules<AssistanceMedicalSettled> = [
  {
    name: 'shares-within-total',
    pointer: '/data/totalFen',
    zh: '医保支付与自负之和不超过总费用',
    en: 'insurance and own share do not exceed the total',
    holds: ({ data }) => data.insuranceFen + data.selfPayFen <= data.totalFen,
  },
  {
    name: 'relief-within-self-pay',
    pointer: '/data/reliefFen',
    zh: '救助金额不超过救助前自负医疗费',
    en: 'relief does not exceed the own share before relief',
    holds: ({ data }) => data.reliefFen <= data.selfPayFen,
  },
];
