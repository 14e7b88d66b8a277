import type { Rules } from '../../../contract.js';
import type { EldercareAllowanceReported } from '../../../payloads.generated.js';
import { monthByRegion } from '../monthly-report.js';

export const rules: Rules<EldercareAllowanceReported> = [
  ...monthByRegion<EldercareAllowanceReported>(),
  {
    name: 'amount-has-persons',
    pointer: '/data/persons',
    zh: '有发放金额则有发放人数',
    en: 'an amount was paid to somebody',
    holds: ({ data }) => data.amountFen === 0 || data.persons > 0,
  },
];
