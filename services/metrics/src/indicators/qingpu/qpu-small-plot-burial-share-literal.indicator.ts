import type { IndicatorDefinition } from '../definition.js';
import { SMALL_PLOT_SHARE_OF_ALL_BURIALS } from '../families/burials.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...SMALL_PLOT_SHARE_OF_ALL_BURIALS,
  id: 'qpu-small-plot-burial-share-literal',
  district: QINGPU,
  order: 10.5,
  names: {
    zh: '新开墓区小型墓占全部安葬量比例（规划原文口径）',
    en: 'small plots in newly opened zones as share of all burials, as printed',
  },
  property: 'text',
  base: null,
  target: null,
  source: qingpuPlan(
    '二（四）主要指标',
    '“当年度新开墓区单个墓位占地面积不大于0.6 平方米的安葬量/当年度安葬量”',
  ),
};
