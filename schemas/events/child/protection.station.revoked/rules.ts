import type { Rules } from '../../../contract.js';
import type { ChildProtectionStationRevoked } from '../../../payloads.generated.js';

export const rules: Rules<ChildProtectionStationRevoked> = [
  {
    name: 'street-of-envelope',
    pointer: '/data/street',
    zh: '街镇与信封中的街镇一致',
    en: 'the street is that of the envelope',
    holds: ({ data, streetId }) => data.street === streetId,
  },
];
