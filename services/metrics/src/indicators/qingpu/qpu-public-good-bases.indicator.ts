import type { IndicatorDefinition } from '../definition.js';
import { PUBLIC_GOOD_BASES_EVER } from '../families/charity.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...PUBLIC_GOOD_BASES_EVER,
  id: 'qpu-public-good-bases',
  district: QINGPU,
  order: 104,
  base: { asOf: BASE_DAY, published: '600', literal: '600' },
  target: null,
  source: qingpuPlan('一（一）4', '完成 600 家公益性基地创建工作'),
};
