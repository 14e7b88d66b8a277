import type { Rules } from '../../../contract.js';
import type { EldercareMedicalContractSigned } from '../../../payloads.generated.js';
import { endsAfterBegin } from '../../../rules/day-of-event.js';

export const rules: Rules<EldercareMedicalContractSigned> = [endsAfterBegin];
