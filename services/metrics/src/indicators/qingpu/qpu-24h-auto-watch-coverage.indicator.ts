import type { IndicatorDefinition } from '../definition.js';
import { ROUND_THE_CLOCK_WATCH } from '../families/eldercare-institutions.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...ROUND_THE_CLOCK_WATCH,
  id: 'qpu-24h-auto-watch-coverage',
  district: QINGPU,
  order: 115,
  names: { zh: '24小时安全自动值守', en: 'institutions watched round the clock' },
  property: 'text',
  base: null,
  target: { literal: '实现 24 小时安全自动值守', comparator: 'gte', value: '100', year: 2025 },
  source: qingpuPlan('三（二）2', '养老服务机构实现 24 小时安全自动值守'),
};
