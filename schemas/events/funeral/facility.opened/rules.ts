import type { Rules } from '../../../contract.js';
import type { FuneralFacilityOpened } from '../../../payloads.generated.js';
import { streetNamed } from '../../../place-of-event.js';

export const rules: Rules<FuneralFacilityOpened> = [streetNamed];
