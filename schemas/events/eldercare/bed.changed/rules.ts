import type { Rules } from '../../../contract.js';
import type { EldercareBedChanged } from '../../../payloads.generated.js';

/** A conversion is two events that share a transfer and sum to 0; a finding tells when one half is missing. */
export const rules: Rules<EldercareBedChanged> = [
  {
    name: 'delta-not-zero',
    pointer: '/data/delta',
    zh: '变动数不为 0',
    en: 'a change of beds is not 0',
    holds: ({ data }) => data.delta !== 0,
  },
  {
    name: 'after-covers-delta',
    pointer: '/data/after',
    zh: '变动后床位数不少于新增数',
    en: 'there are at least as many beds after it as were added',
    holds: ({ data }) => data.delta <= data.after,
  },
  {
    name: 'conversion-names-transfer',
    pointer: '/data/transferId',
    zh: '转型须填转型事务编号',
    en: 'a conversion names its transfer',
    holds: ({ data }) => data.reason !== 'CONVERSION' || data.transferId !== null,
  },
  {
    name: 'transfer-is-conversion',
    pointer: '/data/transferId',
    zh: '只有转型才填转型事务编号',
    en: 'only a conversion names a transfer',
    holds: ({ data }) => data.reason === 'CONVERSION' || data.transferId === null,
  },
  {
    name: 'dementia-not-general',
    pointer: '/data/dementiaStandardised',
    zh: '普通床位不能标为符合认知障碍照护标准',
    en: 'a general bed cannot meet the standard for dementia care',
    holds: ({ data }) => !data.dementiaStandardised || data.bedType !== 'GENERAL',
  },
];
