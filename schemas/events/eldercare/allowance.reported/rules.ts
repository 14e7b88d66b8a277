import type { Rules } from '../../../contract.js';
import type { EldercareAllowanceReported } from '../../../payloads.generated.js';
import { regionInEnvelope } from '../../../rules/place-of-event.js';
import { amountNeedsPersons } from '../../../rules/reported-figures.js';
import { eventInPeriod } from '../../../rules/reporting-period.js';

export const rules: Rules<EldercareAllowanceReported> = [regionInEnvelope, eventInPeriod, amountNeedsPersons];
