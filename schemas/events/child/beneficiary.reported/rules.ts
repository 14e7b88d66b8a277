import type { Rules } from '../../../contract.js';
import type { ChildBeneficiaryReported } from '../../../payloads.generated.js';
import { regionInEnvelope } from '../../../place-of-event.js';
import { asOfLastDay } from '../../../reported-figures.js';
import { eventInPeriod } from '../../../reporting-period.js';

export const rules: Rules<ChildBeneficiaryReported> = [regionInEnvelope, eventInPeriod, asOfLastDay];
