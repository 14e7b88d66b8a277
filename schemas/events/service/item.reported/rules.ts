import type { Rules } from '../../../contract.js';
import type { ServiceItemReported } from '../../../payloads.generated.js';
import { regionInEnvelope } from '../../../rules/place-of-event.js';
import { eventInPeriod } from '../../../rules/reporting-period.js';

export const rules: Rules<ServiceItemReported> = [
  regionInEnvelope,
  eventInPeriod,
  {
    name: 'elsewhere-within-accepted',
    pointer: '/data/accepted',
    zh: '受理量不少于跨区与跨省受理量之和',
    en: 'cases handled elsewhere are among those accepted',
    holds: ({ data }) => data.crossDistrict + data.crossProvince <= data.accepted,
  },
];
