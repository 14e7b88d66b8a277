import type { Term } from '../definition.js';
import { COUNT, type Family, SHARE } from './family.js';
import { DISTRICT_POPULATION } from './population.js';

/** 家庭照护床位 stand in homes and are nobody's institution bed: they never count. */
export const COUNTED_SCOPES: readonly string[] = ['INSTITUTION', 'CARE_HOME', 'NURSING_HOSPITAL'];

const BEDS: Term = { measure: 'eldercare.beds', where: { scope: COUNTED_SCOPES } };
const NURSING_BEDS: Term = {
  measure: 'eldercare.beds',
  where: { scope: COUNTED_SCOPES, bedType: ['NURSING'] },
};

export const ELDERCARE_BEDS: Family = {
  ...COUNT,
  definition: {
    zh: '全区养老服务机构提供全日制照护服务的床位总数（养老机构、长者照护之家、护理院；不含家庭照护床位）',
    en: 'Beds with round-the-clock care in institutions, care homes and nursing hospitals; beds in homes do not count',
  },
  unit: '张',
  kind: 'STOCK',
  numerator: [BEDS],
};

export const BED_SHARE_OF_REGISTERED_ELDERLY: Family = {
  definition: {
    zh: '养老床位数 ÷ 同期户籍60周岁及以上人口 × 100',
    en: 'Beds ÷ registered (hukou) population aged 60 and over at the same date × 100',
  },
  unit: '%',
  counts: { unit: '张', zh: '养老床位', en: 'elder-care beds' },
  decimals: 2,
  kind: 'RATIO',
  breakdown: null,
  numerator: [BEDS],
  denominator: [DISTRICT_POPULATION('HUKOU_60P')],
  factor: 100,
};

export const NURSING_BED_SHARE: Family = {
  ...SHARE,
  definition: { zh: '护理型床位数 ÷ 养老床位数 × 100', en: 'Nursing-type beds ÷ beds × 100' },
  counts: { unit: '张', zh: '护理型床位', en: 'nursing-type beds' },
  numerator: [NURSING_BEDS],
  denominator: [BEDS],
};

export const NEW_INSTITUTION_BEDS: Family = {
  ...COUNT,
  definition: {
    zh: '当年新建、改建、扩建增加的机构养老床位数（只计增加，不抵减少；转型、核定调整不计）',
    en: 'Beds added in the year by new building, rebuilding and expansion: gross, without conversions and adjustments',
  },
  unit: '张',
  kind: 'FLOW-Y',
  numerator: [{ measure: 'eldercare.new-beds', where: { scope: COUNTED_SCOPES } }],
};

export const DEMENTIA_BEDS: Family = {
  ...COUNT,
  definition: {
    zh: '全区老年认知障碍照护床位数（为床位的属性，不另计入床位总数）',
    en: 'Dementia-care beds at the date; an attribute of beds, never added to their total',
  },
  unit: '张',
  kind: 'STOCK',
  numerator: [{ measure: 'eldercare.dementia-beds', where: { scope: COUNTED_SCOPES } }],
};
