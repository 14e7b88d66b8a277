import type { Rules } from '../../../contract.js';
import { distinctValues } from '../../../rules/distinct.js';
import type { AssistanceResourceRegistered } from '../../../payloads.generated.js';
import { streetNamed } from '../../../rules/place-of-event.js';
import { endsAfterBegin } from '../../../rules/day-of-event.js';

export const rules: Rules<AssistanceResourceRegistered> = [
  streetNamed,
  endsAfterBegin,
  distinctValues('needs'),
];
