import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { ServiceItemCompleted } from '../../../payloads.generated.js';

export const rules: Rules<ServiceItemCompleted> = [
  {
    name: 'completed-after-acceptance',
    pointer: '/data/acceptedOn',
    zh: '办结不早于受理',
    en: 'a case is not completed before it is accepted',
    holds: ({ data, time }) => data.acceptedOn <= dayOf(time),
  },
  {
    name: 'completed-in-either-region',
    pointer: '/data/handlingRegion',
    zh: '信封所填的区是受理地或办理地',
    en: 'the region of the envelope accepted the case or handles it',
    holds: ({ data, regionId }) => data.acceptingRegion === regionId || data.handlingRegion === regionId,
  },
];
