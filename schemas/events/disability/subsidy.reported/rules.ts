import type { Rules } from '../../../contract.js';
import type { DisabilitySubsidyReported } from '../../../payloads.generated.js';
import { regionInEnvelope } from '../../../place-of-event.js';
import { amountNeedsPersons } from '../../../reported-figures.js';
import { eventInPeriod } from '../../../reporting-period.js';

export const rules: Rules<DisabilitySubsidyReported> = [regionInEnvelope, eventInPeriod, amountNeedsPersons];
