import type { Rules } from '../../../contract.js';
import type { EldercareVisitReported } from '../../../payloads.generated.js';
import { regionInEnvelope } from '../../../rules/place-of-event.js';
import { eventInPeriod } from '../../../rules/reporting-period.js';

export const rules: Rules<EldercareVisitReported> = [
  regionInEnvelope,
  eventInPeriod,
  {
    name: 'visits-cover-persons',
    pointer: '/data/persons',
    zh: '探访人数不多于探访次数',
    en: 'no more persons are visited than there are visits',
    holds: ({ data }) => data.persons <= data.visits,
  },
  {
    name: 'visited-have-visits',
    pointer: '/data/persons',
    zh: '有探访次数则有探访人数',
    en: 'visits were to somebody',
    holds: ({ data }) => data.visits === 0 || data.persons > 0,
  },
];
