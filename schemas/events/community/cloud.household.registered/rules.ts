import type { Rules } from '../../../contract.js';
import type { CommunityCloudHouseholdRegistered } from '../../../payloads.generated.js';
import { villageInEnvelope } from '../../../rules/place-of-event.js';

export const rules: Rules<CommunityCloudHouseholdRegistered> = [villageInEnvelope];
