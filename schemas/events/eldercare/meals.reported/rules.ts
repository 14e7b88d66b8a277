import type { Rules } from '../../../contract.js';
import type { EldercareMealsReported } from '../../../payloads.generated.js';
import { periodOfEvent } from '../monthly-report.js';

export const rules: Rules<EldercareMealsReported> = [...periodOfEvent<EldercareMealsReported>()];
