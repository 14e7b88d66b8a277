import type { Rules } from '../../../contract.js';
import type { FuneralBurialReported } from '../../../payloads.generated.js';
import { regionInEnvelope } from '../../../rules/place-of-event.js';
import { eventInPeriod } from '../../../rules/reporting-period.js';

export const rules: Rules<FuneralBurialReported> = [
  regionInEnvelope,
  eventInPeriod,
  {
    name: 'new-zones-within-count',
    pointer: '/data/newZoneCount',
    zh: '当年新开墓区安葬数不多于安葬数',
    en: 'there are no more burials in new zones than burials',
    holds: ({ data }) => data.newZoneCount <= data.count,
  },
  {
    name: 'small-within-new-zones',
    pointer: '/data/newZoneSmallCount',
    zh: '新开墓区小型墓安葬数不多于新开墓区安葬数',
    en: 'there are no more small plots in new zones than burials in them',
    holds: ({ data }) => data.newZoneSmallCount <= data.newZoneCount,
  },
];
