import type { Rules } from '../../../contract.js';
import type { EldercareFacilityOpened } from '../../../payloads.generated.js';
import { streetNamed } from '../../../rules/place-of-event.js';

/** Coverage is counted by street, so a facility without one could not be counted. */
export const rules: Rules<EldercareFacilityOpened> = [streetNamed];
