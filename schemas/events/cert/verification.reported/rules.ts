import type { Rules } from '../../../contract.js';
import type { CertVerificationReported } from '../../../payloads.generated.js';
import { regionInEnvelope } from '../../../rules/place-of-event.js';
import { eventInPeriod } from '../../../rules/reporting-period.js';

export const rules: Rules<CertVerificationReported> = [regionInEnvelope, eventInPeriod];
