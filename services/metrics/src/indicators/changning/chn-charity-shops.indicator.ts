import type { IndicatorDefinition } from '../definition.js';
import { STANDARDISED_CHARITY_SHOPS } from '../families/charity.js';
import { BASE_DAY, CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...STANDARDISED_CHARITY_SHOPS,
  id: 'chn-charity-shops',
  district: CHANGNING,
  order: 105,
  base: { asOf: BASE_DAY, published: '11', literal: '11' },
  target: null,
  source: changningPlan('一（一）发展基础', '建成标准化慈善超市 11 家'),
};
