import type { Rules } from '../../../contract.js';
import type { AssistanceBenefitReported } from '../../../payloads.generated.js';
import { regionInEnvelope } from '../../../rules/place-of-event.js';
import { reportedPersonsRules } from '../../../rules/reported-figures.js';
import { eventInPeriod } from '../../../rules/reporting-period.js';

export const rules: Rules<AssistanceBenefitReported> = [
  regionInEnvelope,
  eventInPeriod,
  ...reportedPersonsRules,
];
