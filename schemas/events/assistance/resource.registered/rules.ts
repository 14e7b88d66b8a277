import type { Rules } from '../../../contract.js';
import { distinctValues } from '../../../rules/distinct.js';
import type { AssistanceResourceRegistered } from '../../../payloads.generated.js';
import { streetNamed } from '../../../rules/place-of-event.js';
import { endsAfterEvent } from '../../../rules/event-day.js';

export const rules: Rules<AssistanceResourceRegistered> = [
  streetNamed,
  endsAfterEvent,
  distinctValues('needs'),
];
