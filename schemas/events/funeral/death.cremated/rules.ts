import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { FuneralDeathCremated } from '../../../payloads.generated.js';

export const rules: Rules<FuneralDeathCremated> = [
  {
    name: 'died-before-cremation',
    pointer: '/data/diedOn',
    zh: '死亡日期不晚于火化日',
    en: 'nobody is cremated before the day of death',
    holds: ({ data, time }) => data.diedOn === null || data.diedOn <= dayOf(time),
  },
];
