import type { DivisionLevel } from '../../../codelists.generated.js';
import type { Rules } from '../../../contract.js';
import type { RefDivisionChanged } from '../../../payloads.generated.js';

const DIGITS: Readonly<Record<DivisionLevel, number>> = {
  PROVINCE: 6,
  CITY: 6,
  DISTRICT: 6,
  STREET: 9,
  VILLAGE: 12,
};

/** `310000` stands for everything that begins with `31`, `320600` with `3206`. */
const significant = (code: string): string => (code.length === 6 ? code.replace(/(00){1,2}$/, '') : code);

export const rules: Rules<RefDivisionChanged> = [
  {
    name: 'code-length-of-level',
    pointer: '/data/code',
    zh: '代码位数与层级相符（6、9、12）',
    en: 'a code has the digits of its level: 6, 9 or 12',
    holds: ({ data }) => data.code.length === DIGITS[data.level],
  },
  {
    name: 'code-below-parent',
    pointer: '/data/parent',
    zh: '代码在上级之下',
    en: 'the code lies below its parent',
    holds: ({ data }) => data.level === 'PROVINCE' || data.code.startsWith(significant(data.parent)),
  },
  {
    name: 'ends-after-begin',
    pointer: '/data/validTo',
    zh: '失效日不早于生效日',
    en: 'a division does not end before it begins',
    holds: ({ data }) => data.validTo === null || data.validTo >= data.validFrom,
  },
  {
    name: 'abolished-has-last-day',
    pointer: '/data/validTo',
    zh: '撤销须填失效日',
    en: 'an abolished division has a last day',
    holds: ({ data }) => data.change !== 'ABOLISHED' || data.validTo !== null,
  },
  {
    name: 'merged-names-successors',
    pointer: '/data/successors',
    zh: '合并须填承继区划',
    en: 'a merged division names its successors',
    holds: ({ data }) => data.change !== 'MERGED' || data.successors.length > 0,
  },
];
