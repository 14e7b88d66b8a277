import type { Rules } from '../../../contract.js';
import { committeeUsci } from '../../../committee.js';
import type { CommunityCommitteeEstablished } from '../../../payloads.generated.js';
import { villageInEnvelope } from '../../../place-of-event.js';

export const rules: Rules<CommunityCommitteeEstablished> = [villageInEnvelope, committeeUsci];
