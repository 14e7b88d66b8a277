import type { Source } from '../definition.js';
import type { Family } from './family.js';

const YEARLY_REGISTRATIONS = {
  unit: '对',
  decimals: 0,
  kind: 'FLOW-Y',
  property: 'none',
  breakdown: null,
  denominator: null,
  factor: 1,
  target: null,
} as const;

export const MARRIAGES_REGISTERED: Family<'names' | 'property' | 'target'> = {
  ...YEARLY_REGISTRATIONS,
  names: { zh: '结婚登记数', en: 'marriages registered' },
  definition: {
    zh: '本区婚姻登记机关当年办理的结婚登记（含复婚、补办；补领证件不计）',
    en: 'Marriages registered by the district’s office in the year; certificates issued again do not count',
  },
  numerator: [{ measure: 'marriage.registered' }],
};

export const DIVORCES_REGISTERED: Family<'names' | 'property' | 'target'> = {
  ...YEARLY_REGISTRATIONS,
  names: { zh: '离婚登记数', en: 'divorces registered' },
  definition: {
    zh: '本区婚姻登记机关当年办理的离婚登记（判决、调解备案不计）',
    en: 'Divorces registered by the district’s office in the year; judgments put on file do not count',
  },
  numerator: [{ measure: 'marriage.divorces-registered', where: { kind: ['REGISTERED'] } }],
};

export const REGISTRATION_PASS_RATE: Family<'names' | 'property' | 'target'> = {
  names: { zh: '婚姻登记合格率', en: 'share of registration files in order' },
  definition: {
    zh: '当年检查合格的登记档案 ÷ 当年检查的登记档案 × 100（复查以最后一次为准）',
    en: 'Registration files in order ÷ files checked in the year × 100; the last check of a file holds',
  },
  unit: '%',
  counts: { unit: '件', zh: '合格登记档案', en: 'registration files in order' },
  decimals: 2,
  kind: 'RATIO',
  property: 'text',
  breakdown: null,
  numerator: [{ measure: 'marriage.files-checked', where: { result: ['PASSED'] } }],
  denominator: [{ measure: 'marriage.files-checked' }],
  factor: 100,
  target: { literal: '100%', comparator: 'gte', value: '100', year: 2025 },
};

export const annualReport = (quote: string): Source => ({
  document: '2020年上海市婚姻数据年度报告',
  section: '上海市民政局，2020-05-14',
  quote,
});
