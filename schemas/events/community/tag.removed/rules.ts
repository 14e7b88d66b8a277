import type { Rules } from '../../../contract.js';
import type { CommunityTagRemoved } from '../../../payloads.generated.js';
import { levelNamesStreet } from '../../../rules/place-of-event.js';

export const rules: Rules<CommunityTagRemoved> = [levelNamesStreet];
