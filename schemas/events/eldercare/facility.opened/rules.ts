import type { Rules } from '../../../contract.js';
import type { EldercareFacilityOpened } from '../../../payloads.generated.js';

/** Coverage is counted by street, so a facility without one could not be counted. */
export const rules: Rules<EldercareFacilityOpened> = [
  {
    name: 'street-given',
    pointer: '/streetid',
    zh: '须在信封中填所在街镇',
    en: 'the envelope names the street',
    holds: ({ streetId }) => streetId !== undefined,
  },
];
