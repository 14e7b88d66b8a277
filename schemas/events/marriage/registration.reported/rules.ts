import type { Rules } from '../../../contract.js';
import type { MarriageRegistrationReported } from '../../../payloads.generated.js';
import { eventInPeriod } from '../../../rules/reporting-period.js';

export const rules: Rules<MarriageRegistrationReported> = [eventInPeriod];
