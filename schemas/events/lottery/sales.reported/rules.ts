import type { Rules } from '../../../contract.js';
import type { LotterySalesReported } from '../../../payloads.generated.js';
import { eventInPeriod } from '../../../reporting-period.js';

export const rules: Rules<LotterySalesReported> = [eventInPeriod];
