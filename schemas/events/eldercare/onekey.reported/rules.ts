import type { Rules } from '../../../contract.js';
import type { EldercareOnekeyReported } from '../../../payloads.generated.js';
import { monthByRegion } from '../monthly-report.js';

export const rules: Rules<EldercareOnekeyReported> = [...monthByRegion<EldercareOnekeyReported>()];
