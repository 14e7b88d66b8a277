import { batchDecisionRules } from '../../../rules/batch-decision.js';
import type { Rules } from '../../../contract.js';
import type { FundBatchConfirmed } from '../../../payloads.generated.js';
import { streetNamed } from '../../../rules/place-of-event.js';

export const rules: Rules<FundBatchConfirmed> = [...batchDecisionRules, streetNamed];
