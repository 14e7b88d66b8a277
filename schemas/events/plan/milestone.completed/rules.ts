import type { Rules } from '../../../contract.js';
import { dayOfEvent } from '../../../rules/event-day.js';
import type { PlanMilestoneCompleted } from '../../../payloads.generated.js';

export const rules: Rules<PlanMilestoneCompleted> = [
  dayOfEvent('completedOn', { zh: '完成日期', en: 'the day of completion' }),
];
