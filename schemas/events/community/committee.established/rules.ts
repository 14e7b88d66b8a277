import type { Rules } from '../../../contract.js';
import { committeeUsci } from '../../../rules/committee.js';
import type { CommunityCommitteeEstablished } from '../../../payloads.generated.js';
import { villageInEnvelope } from '../../../rules/place-of-event.js';

export const rules: Rules<CommunityCommitteeEstablished> = [villageInEnvelope, committeeUsci];
