import { batchDecisionRules } from '../../../batch-decision.js';
import type { Rules } from '../../../contract.js';
import type { FundBatchConfirmed } from '../../../payloads.generated.js';
import { streetNamed } from '../../../place-of-event.js';

export const rules: Rules<FundBatchConfirmed> = [...batchDecisionRules, streetNamed];
