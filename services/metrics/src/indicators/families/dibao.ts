import type { IndicatorDefinition } from '../definition.js';
import { COUNT } from './family.js';

type Family = Omit<IndicatorDefinition, 'id' | 'district' | 'order' | 'source'>;

const MONTHLY_STOCK = {
  ...COUNT,
  kind: 'STOCK',
  property: 'none',
  base: null,
  target: null,
} as const;

export const DIBAO_PERSONS: Family = {
  ...MONTHLY_STOCK,
  names: { zh: '低保对象人数', en: 'persons receiving minimum living allowance' },
  definition: {
    zh: '当月享受最低生活保障的人数，按街镇（暂停发放的月份不计）',
    en: 'Persons to whom the minimum living allowance is due in the month, by 街镇; suspended months do not count',
  },
  unit: '人',
  numerator: [{ measure: 'assistance.persons', where: { category: ['DIBAO'] } }],
};

export const DIBAO_HOUSEHOLDS: Family = {
  ...MONTHLY_STOCK,
  names: { zh: '低保户数', en: 'households receiving minimum living allowance' },
  definition: {
    zh: '当月享受最低生活保障的户数，按街镇（暂停发放的月份不计）',
    en: 'Households to which the minimum living allowance is due in the month, by 街镇; suspended months do not count',
  },
  unit: '户',
  numerator: [{ measure: 'assistance.households', where: { category: ['DIBAO'] } }],
};
