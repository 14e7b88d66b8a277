import { batchDecisionRules } from '../../../rules/batch-decision.js';
import type { Rules } from '../../../contract.js';
import type { FundBatchReviewed } from '../../../payloads.generated.js';

export const rules: Rules<FundBatchReviewed> = [
  ...batchDecisionRules,
  {
    name: 'reviewer-of-district',
    pointer: '/data/reviewerRegion',
    zh: '复核人所在地为批次所属区',
    en: 'the reviewer belongs to the district of the batch',
    holds: ({ data, regionId }) => data.reviewerRegion === regionId,
  },
];
