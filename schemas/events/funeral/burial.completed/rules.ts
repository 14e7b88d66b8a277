import type { Rules } from '../../../contract.js';
import type { FuneralBurialCompleted } from '../../../payloads.generated.js';

export const rules: Rules<FuneralBurialCompleted> = [
  {
    name: 'plot-has-area',
    pointer: '/data/plotAreaM2',
    zh: '入土须填单个墓位占地面积',
    en: 'a burial in a plot gives its area',
    holds: ({ data }) => data.form !== 'EARTH' || data.plotAreaM2 !== null,
  },
  {
    name: 'plot-has-zone',
    pointer: '/data/zoneId',
    zh: '入土须填墓区',
    en: 'a burial in a plot names its zone',
    holds: ({ data }) => data.form !== 'EARTH' || data.zoneId !== null,
  },
  {
    name: 'sea-has-no-plot',
    pointer: '/data/form',
    zh: '海葬没有墓区和墓位面积',
    en: 'a burial at sea has neither zone nor area',
    holds: ({ data }) => data.form !== 'SEA' || (data.zoneId === null && data.plotAreaM2 === null),
  },
];
