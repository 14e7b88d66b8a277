import type { Rules } from '../../../contract.js';
import type { ChildProtectionStationRevoked } from '../../../payloads.generated.js';
import { streetOfEnvelope } from '../../../rules/place-of-event.js';

export const rules: Rules<ChildProtectionStationRevoked> = [streetOfEnvelope];
