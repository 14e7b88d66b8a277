import type { Rules } from '../../../contract.js';
import type { CommunityCloudHouseholdReported } from '../../../payloads.generated.js';
import { regionInEnvelope } from '../../../rules/place-of-event.js';
import { asOfLastDay } from '../../../rules/reported-figures.js';
import { eventInPeriod } from '../../../rules/reporting-period.js';

export const rules: Rules<CommunityCloudHouseholdReported> = [
  regionInEnvelope,
  eventInPeriod,
  asOfLastDay,
  {
    name: 'persons-in-households',
    pointer: '/data/persons',
    zh: '人数不少于家庭数',
    en: 'there are at least as many persons as households',
    holds: ({ data }) => data.persons >= data.households,
  },
];
