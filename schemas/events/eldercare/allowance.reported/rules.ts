import type { Rules } from '../../../contract.js';
import type { EldercareAllowanceReported } from '../../../payloads.generated.js';
import { regionInEnvelope } from '../../../rules/place-of-event.js';
import { eventInPeriod } from '../../../rules/reporting-period.js';

export const rules: Rules<EldercareAllowanceReported> = [
  regionInEnvelope,
  eventInPeriod,
  {
    name: 'amount-has-persons',
    pointer: '/data/persons',
    zh: '有发放金额则有发放人数',
    en: 'an amount was paid to somebody',
    holds: ({ data }) => data.amountFen === 0 || data.persons > 0,
  },
];
