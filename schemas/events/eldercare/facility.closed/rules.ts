import type { Rules } from '../../../contract.js';
import type { EldercareFacilityClosed } from '../../../payloads.generated.js';

export const rules: Rules<EldercareFacilityClosed> = [
  {
    name: 'merged-names-successor',
    pointer: '/data/mergedInto',
    zh: '并入其他设施须填并入设施编号',
    en: 'a merged facility names the one that takes over',
    holds: ({ data }) => data.reason !== 'MERGED' || data.mergedInto !== null,
  },
  {
    name: 'successor-is-another',
    pointer: '/data/mergedInto',
    zh: '并入设施不是本设施',
    en: 'no facility is merged into itself',
    holds: ({ data }) => data.mergedInto !== data.facilityId,
  },
];
