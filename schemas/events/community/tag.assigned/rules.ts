import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { CommunityTagAssigned } from '../../../payloads.generated.js';
import { levelNamesStreet } from '../../../rules/place-of-event.js';

export const rules: Rules<CommunityTagAssigned> = [
  levelNamesStreet,
  {
    name: 'valid-on-its-day',
    pointer: '/data/validTo',
    zh: '有效期止不早于赋予日',
    en: 'a tag is valid on the day it is assigned',
    holds: ({ data, time }) => data.validTo === null || data.validTo >= dayOf(time),
  },
];
