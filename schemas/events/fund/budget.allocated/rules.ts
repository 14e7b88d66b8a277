import type { Rules } from '../../../contract.js';
import type { FundBudgetAllocated } from '../../../payloads.generated.js';

export const rules: Rules<FundBudgetAllocated> = [
  {
    name: 'region-is-district',
    pointer: '/data/region',
    zh: '预算地区为信封中的区',
    en: 'a budget is of the district of the envelope',
    holds: ({ data, regionId }) => data.region === regionId,
  },
];
