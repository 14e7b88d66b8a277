import { batchDecisionRules } from '../../../batch-decision.js';
import type { Rules } from '../../../contract.js';
import type { FundBatchConfirmed } from '../../../payloads.generated.js';

export const rules: Rules<FundBatchConfirmed> = [
  ...batchDecisionRules<FundBatchConfirmed>(),
  {
    name: 'names-street',
    pointer: '/streetid',
    zh: '批次由街镇确认，须填街镇',
    en: 'a batch is confirmed by a street',
    holds: ({ streetId }) => streetId !== undefined,
  },
];
