import { slotNotPast } from '../../../rules/booked-slot.js';
import type { Rules } from '../../../contract.js';
import type { FuneralMemorialBooked } from '../../../payloads.generated.js';

export const rules: Rules<FuneralMemorialBooked> = [slotNotPast];
