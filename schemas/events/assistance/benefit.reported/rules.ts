import type { Rules } from '../../../contract.js';
import type { AssistanceBenefitReported } from '../../../payloads.generated.js';
import { regionInEnvelope } from '../../../place-of-event.js';
import { reportedPersonsRules } from '../../../reported-figures.js';
import { eventInPeriod } from '../../../reporting-period.js';

export const rules: Rules<AssistanceBenefitReported> = [
  regionInEnvelope,
  eventInPeriod,
  ...reportedPersonsRules,
];
