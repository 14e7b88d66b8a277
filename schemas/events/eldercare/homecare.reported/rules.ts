import type { Rules } from '../../../contract.js';
import type { EldercareHomecareReported } from '../../../payloads.generated.js';
import { regionInEnvelope } from '../../../rules/place-of-event.js';
import { eventInPeriod } from '../../../rules/reporting-period.js';

export const rules: Rules<EldercareHomecareReported> = [
  regionInEnvelope,
  eventInPeriod,
  {
    name: 'service-has-persons',
    pointer: '/data/persons',
    zh: '有服务时数或补贴则有服务人数',
    en: 'hours and subsidy went to somebody',
    holds: ({ data }) => (data.hours === 0 && data.subsidyFen === 0) || data.persons > 0,
  },
];
