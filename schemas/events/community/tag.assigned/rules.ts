import type { Rules } from '../../../contract.js';
import type { CommunityTagAssigned } from '../../../payloads.generated.js';
import { levelNamesStreet } from '../../../rules/place-of-event.js';
import { endsAfterBegin } from '../../../rules/day-of-event.js';

export const rules: Rules<CommunityTagAssigned> = [levelNamesStreet, endsAfterBegin];
