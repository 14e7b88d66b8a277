import type { IndicatorDefinition } from '../definition.js';
import { CHARITY_SHOPS } from '../families/charity.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...CHARITY_SHOPS,
  id: 'qpu-charity-shops',
  district: QINGPU,
  order: 103,
  base: { asOf: BASE_DAY, published: '12', literal: '“1+11”' },
  target: null,
  source: qingpuPlan('一（一）4', '“1+11”慈善超市基本建成，街镇慈善超市实现全覆盖'),
};
