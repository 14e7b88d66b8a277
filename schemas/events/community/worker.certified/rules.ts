import type { Rules } from '../../../contract.js';
import type { CommunityWorkerCertified } from '../../../payloads.generated.js';
import { villageInEnvelope } from '../../../rules/place-of-event.js';

export const rules: Rules<CommunityWorkerCertified> = [villageInEnvelope];
