import type { IndicatorDefinition } from '../definition.js';
import { SMALL_PLOT_SHARE_OF_NEW_ZONES } from '../families/burials.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...SMALL_PLOT_SHARE_OF_NEW_ZONES,
  id: 'qpu-small-plot-burial-share',
  district: QINGPU,
  order: 10,
  names: { zh: '新开墓区小型墓比例', en: 'small plots in newly opened zones' },
  property: 'expected',
  base: null,
  target: { literal: '≥90', comparator: 'gte', value: '90', year: 2025 },
  source: qingpuPlan(
    '二（四）主要指标',
    '“当年度新开墓区单个墓位占地面积不大于0.6 平方米的安葬量/当年度安葬量”',
  ),
};
