import type { Rules } from '../../../contract.js';
import type { MarriageAppointmentBooked } from '../../../payloads.generated.js';
import { slotNotPast } from '../../../rules/booked-slot.js';

export const rules: Rules<MarriageAppointmentBooked> = [slotNotPast];
