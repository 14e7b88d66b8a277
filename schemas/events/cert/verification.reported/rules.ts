import type { Rules } from '../../../contract.js';
import type { CertVerificationReported } from '../../../payloads.generated.js';
import { regionInEnvelope } from '../../../place-of-event.js';
import { eventInPeriod } from '../../../reporting-period.js';

export const rules: Rules<CertVerificationReported> = [regionInEnvelope, eventInPeriod];
