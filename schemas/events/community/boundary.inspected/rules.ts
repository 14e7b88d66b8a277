import type { Rules } from '../../../contract.js';
import type { CommunityBoundaryInspected } from '../../../payloads.generated.js';

export const rules: Rules<CommunityBoundaryInspected> = [
  {
    name: 'neighbour-is-another',
    pointer: '/data/neighbourRegion',
    zh: '毗邻区划不是本区',
    en: 'the neighbour is another division',
    holds: ({ data, regionId }) => data.neighbourRegion !== regionId,
  },
];
