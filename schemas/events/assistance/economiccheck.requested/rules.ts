import type { Rules } from '../../../contract.js';
import { distinctValues } from '../../../rules/distinct.js';
import type { AssistanceEconomiccheckRequested } from '../../../payloads.generated.js';

export const rules: Rules<AssistanceEconomiccheckRequested> = [
  {
    name: 'asks-a-region',
    pointer: '/data/regionsAsked',
    zh: '至少委托一个地区',
    en: 'a check asks at least one region',
    holds: ({ data }) => data.regionsAsked.length > 0,
  },
  distinctValues('regionsAsked'),
];
