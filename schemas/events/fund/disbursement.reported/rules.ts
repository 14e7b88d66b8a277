import type { Rules } from '../../../contract.js';
import type { FundDisbursementReported } from '../../../payloads.generated.js';
import { regionInEnvelope } from '../../../place-of-event.js';
import { reportedPersonsRules } from '../../../reported-figures.js';
import { eventInPeriod } from '../../../reporting-period.js';

export const rules: Rules<FundDisbursementReported> = [
  regionInEnvelope,
  eventInPeriod,
  ...reportedPersonsRules,
];
