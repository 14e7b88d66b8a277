import type { IndicatorDefinition } from '../definition.js';
import { CHARITY_SHOP_COVERAGE } from '../families/coverage.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...CHARITY_SHOP_COVERAGE,
  id: 'qpu-charity-shops-coverage',
  district: QINGPU,
  order: 103.5,
  names: { zh: '街镇慈善超市覆盖率', en: 'streets with a charity shop' },
  property: 'text',
  base: { asOf: BASE_DAY, published: '100', literal: '全覆盖' },
  target: null,
  source: qingpuPlan('一（一）4', '“1+11”慈善超市基本建成，街镇慈善超市实现全覆盖'),
};
