import type { Rules } from '../../../contract.js';
import type { EldercareMealsiteCapacityChanged } from '../../../payloads.generated.js';

export const rules: Rules<EldercareMealsiteCapacityChanged> = [
  {
    name: 'delta-not-zero',
    pointer: '/data/delta',
    zh: '变动数不为 0',
    en: 'a change of portions is not 0',
    holds: ({ data }) => data.delta !== 0,
  },
  {
    name: 'after-covers-delta',
    pointer: '/data/portionsPerDay',
    zh: '变动后供餐能力不少于新增数',
    en: 'there are at least as many portions after it as were added',
    holds: ({ data }) => data.delta <= data.portionsPerDay,
  },
];
