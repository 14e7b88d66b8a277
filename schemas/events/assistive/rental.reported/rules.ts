import type { Rules } from '../../../contract.js';
import type { AssistiveRentalReported } from '../../../payloads.generated.js';
import { regionInEnvelope } from '../../../rules/place-of-event.js';
import { eventInPeriod } from '../../../rules/reporting-period.js';

export const rules: Rules<AssistiveRentalReported> = [
  regionInEnvelope,
  eventInPeriod,
  {
    name: 'subsidy-needs-rentals',
    pointer: '/data/subsidyFen',
    zh: '有补贴金额必有租赁件数',
    en: 'a subsidy was paid for a rental',
    holds: ({ data }) => data.subsidyFen === 0 || data.count > 0,
  },
];
