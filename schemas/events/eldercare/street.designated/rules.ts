import type { Rules } from '../../../contract.js';
import type { EldercareStreetDesignated } from '../../../payloads.generated.js';

export const rules: Rules<EldercareStreetDesignated> = [
  {
    name: 'street-of-envelope',
    pointer: '/streetid',
    zh: '信封中的街镇即获评街镇',
    en: 'the envelope names the same street',
    holds: ({ data, streetId }) => streetId === data.street,
  },
];
