import type { Rules } from '../../../contract.js';
import type { EldercareAdviserpointOpened } from '../../../payloads.generated.js';
import { streetNamed } from '../../../rules/place-of-event.js';

/** Coverage is counted by street and by village. */
export const rules: Rules<EldercareAdviserpointOpened> = [
  streetNamed,
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
