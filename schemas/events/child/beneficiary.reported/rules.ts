import type { Rules } from '../../../contract.js';
import type { ChildBeneficiaryReported } from '../../../payloads.generated.js';
import { regionInEnvelope } from '../../../rules/place-of-event.js';
import { asOfLastDay } from '../../../rules/reported-figures.js';
import { eventInPeriod } from '../../../rules/reporting-period.js';

export const rules: Rules<ChildBeneficiaryReported> = [regionInEnvelope, eventInPeriod, asOfLastDay];
