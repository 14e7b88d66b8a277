import type { Rules } from '../../../contract.js';
import type { CommunityTagAssigned } from '../../../payloads.generated.js';
import { levelNamesStreet } from '../../../rules/place-of-event.js';
import { endsAfterEvent } from '../../../rules/event-day.js';

export const rules: Rules<CommunityTagAssigned> = [levelNamesStreet, endsAfterEvent];
