import { COUNT, type Family } from './family.js';

export const ASSISTANCE_PERSON_TIMES: Family<'names' | 'property'> = {
  ...COUNT,
  names: { zh: '救助惠及人次', en: 'times persons were helped' },
  definition: {
    zh: '五年规划期内各项救助按月汇总的救助人次之和（每一待遇月、每一案件各计一次，不是人数）',
    en: 'Person-times reported by month in the years of the five-year plan: every benefit-month and every case, not persons',
  },
  unit: '人次',
  kind: 'FLOW-P',
  property: 'text',
  numerator: [{ measure: 'assistance.person-times' }],
};

export const VAGRANT_RESCUES: Family<'names' | 'property'> = {
  names: { zh: '流浪乞讨救助', en: 'rescues of persons without means' },
  definition: {
    zh: '五年规划期内救助生活无着流浪乞讨人员人次（逐次入站与月度汇总不重复计算）',
    en: 'Admissions to rescue stations in the years of the five-year plan, by episodes and by what monthly reports say beyond them',
  },
  unit: '人',
  decimals: 0,
  kind: 'FLOW-P',
  property: 'text',
  breakdown: null,
  numerator: [{ measure: 'rescue.admissions' }],
  denominator: null,
  factor: 1,
};

/** 低保 and 特困: those whom the plan calls 重点救助对象 (inferred; the plan names no categories). */
const KEY_CATEGORIES: readonly string[] = ['DIBAO', 'TEKUN'];

export const MEDICAL_RELIEF_SHARE: Family<'names' | 'property'> = {
  names: { zh: '重点救助对象自负医疗费救助比例', en: 'relief as share of the own share of medical cost' },
  definition: {
    zh: '当年重点救助对象（低保、特困）医疗救助金额 ÷ 救助前自负医疗费 × 100',
    en: 'Medical relief ÷ own share of covered cost before relief × 100, in the year, of minimum-living and extreme-hardship beneficiaries',
  },
  unit: '%',
  counts: { unit: '元', zh: '医疗救助', en: 'yuan of medical relief', per: 100 },
  decimals: 1,
  kind: 'RATIO',
  property: 'text',
  breakdown: 'street',
  numerator: [{ measure: 'assistance.medical-relief-fen', where: { category: KEY_CATEGORIES } }],
  denominator: [{ measure: 'assistance.medical-self-pay-fen', where: { category: KEY_CATEGORIES } }],
  factor: 100,
};
