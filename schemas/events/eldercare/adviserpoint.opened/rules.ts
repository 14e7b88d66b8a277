import type { Rules } from '../../../contract.js';
import type { EldercareAdviserpointOpened } from '../../../payloads.generated.js';

/** Coverage is counted by street and by village. */
export const rules: Rules<EldercareAdviserpointOpened> = [
  {
    name: 'street-given',
    pointer: '/streetid',
    zh: '须在信封中填所在街镇',
    en: 'the envelope names the street',
    holds: ({ streetId }) => streetId !== undefined,
  },
  {
    name: 'village-given',
    pointer: '/villageid',
    zh: '居村顾问点须在信封中填居村',
    en: 'a point of a village names it in the envelope',
    holds: ({ data, villageId }) => data.level !== 'VILLAGE' || villageId !== undefined,
  },
  {
    name: 'institution-of-its-level',
    pointer: '/data/institutionId',
    zh: '机构顾问点须填所在机构，其他级别不填',
    en: 'a point of an institution names it, and no other does',
    holds: ({ data }) => (data.level === 'INSTITUTION') === (data.institutionId !== null),
  },
];
