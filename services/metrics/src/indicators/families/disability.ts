import type { Family } from './family.js';

export const SEVERE_DISABILITY_CARE: Family<'names' | 'property'> = {
  counts: { unit: '名', zh: '在养重残无业人员', en: 'severely disabled persons in care' },
  names: { zh: '重残无业人员应养尽养率', en: 'severely disabled persons without work in care' },
  definition: {
    zh: '期末已养护的重残无业人员数 ÷ 符合条件且有养护意愿的重残无业人员数 × 100；两数均无业务事件，由区上报（severe-disabled-in-care、severe-disabled-wanting-care）',
    en: 'Severely disabled persons without work in care ÷ those eligible who want it × 100, at the date; no event carries either, so both are reported by the district (severe-disabled-in-care, severe-disabled-wanting-care)',
  },
  unit: '%',
  decimals: 0,
  kind: 'RATIO',
  property: 'text',
  breakdown: null,
  numerator: [{ measure: 'disability.severe-in-care' }],
  denominator: [{ measure: 'disability.severe-wanting-care' }],
  factor: 100,
};
