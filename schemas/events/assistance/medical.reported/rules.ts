import type { Rules } from '../../../contract.js';
import type { AssistanceMedicalReported } from '../../../payloads.generated.js';
import { regionInEnvelope } from '../../../rules/place-of-event.js';
import { eventInPeriod } from '../../../rules/reporting-period.js';

export const rules: Rules<AssistanceMedicalReported> = [
  regionInEnvelope,
  eventInPeriod,
  {
    name: 'self-pay-within-total',
    pointer: '/data/selfPayFen',
    zh: '自负医疗费不超过总费用',
    en: 'the own share does not exceed the total',
    holds: ({ data }) => data.selfPayFen <= data.totalFen,
  },
  {
    name: 'relief-within-self-pay',
    pointer: '/data/reliefFen',
    zh: '救助金额不超过救助前自负医疗费',
    en: 'relief does not exceed the own share before relief',
    holds: ({ data }) => data.reliefFen <= data.selfPayFen,
  },
];
