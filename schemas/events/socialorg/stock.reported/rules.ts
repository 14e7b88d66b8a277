import { regionInEnvelope } from '../../../rules/place-of-event.js';
import { asOfLastDay } from '../../../rules/reported-figures.js';
import { eventInPeriod } from '../../../rules/reporting-period.js';
import type { SocialorgStockReported } from '../../../payloads.generated.js';
import type { Rules } from '../../../contract.js';

export const rules: Rules<SocialorgStockReported> = [regionInEnvelope, eventInPeriod, asOfLastDay];
