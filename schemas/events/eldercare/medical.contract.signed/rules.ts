import type { Rules } from '../../../contract.js';
import type { EldercareMedicalContractSigned } from '../../../payloads.generated.js';
import { endsAfterEvent } from '../../../rules/event-day.js';

export const rules: Rules<EldercareMedicalContractSigned> = [endsAfterEvent];
