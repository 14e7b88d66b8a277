import type { Rules } from '../../../contract.js';
import type { ExchangeRecordWithdrawn } from '../../../payloads.generated.js';
import { recordKeyRules } from '../../../rules/exchange-record-key.js';

export const rules: Rules<ExchangeRecordWithdrawn> = recordKeyRules;
