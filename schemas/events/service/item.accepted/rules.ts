import type { Rules } from '../../../contract.js';
import type { ServiceItemAccepted } from '../../../payloads.generated.js';

export const rules: Rules<ServiceItemAccepted> = [
  {
    name: 'accepted-in-region',
    pointer: '/data/acceptingRegion',
    zh: '受理地与信封所填的区一致',
    en: 'the case is accepted in the region of the envelope',
    holds: ({ data, regionId }) => data.acceptingRegion === regionId,
  },
];
