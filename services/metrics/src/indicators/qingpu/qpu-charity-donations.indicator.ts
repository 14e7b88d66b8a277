import type { IndicatorDefinition } from '../definition.js';
import { CHARITY_DONATIONS } from '../families/charity.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...CHARITY_DONATIONS,
  id: 'qpu-charity-donations',
  district: QINGPU,
  order: 102,
  base: { asOf: BASE_DAY, published: '1.3', literal: '1.3 亿元/年' },
  target: null,
  source: qingpuPlan('一（一）4', '由 9000 万元/年增长至 1.3 亿元/年'),
};
