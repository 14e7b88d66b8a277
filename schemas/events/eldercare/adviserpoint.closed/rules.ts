import type { Rules } from '../../../contract.js';
import type { EldercareAdviserpointClosed } from '../../../payloads.generated.js';
import { streetNamed } from '../../../rules/place-of-event.js';

export const rules: Rules<EldercareAdviserpointClosed> = [streetNamed];
