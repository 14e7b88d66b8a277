import type { Rules } from '../../../contract.js';
import type { RescueAdmissionReported } from '../../../payloads.generated.js';
import { reportedRules } from '../../../reported-figures.js';

export const rules: Rules<RescueAdmissionReported> = [...reportedRules<RescueAdmissionReported>()];
