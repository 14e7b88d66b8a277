import type { IndicatorDefinition } from '../definition.js';
import { DEMENTIA_BEDS } from '../families/eldercare-beds.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...DEMENTIA_BEDS,
  id: 'qpu-dementia-beds',
  district: QINGPU,
  order: 3,
  names: { zh: '老年认知障碍照护床位数', en: 'dementia-care beds' },
  property: 'binding',
  base: { asOf: BASE_DAY, published: '312', literal: '312' },
  target: { literal: '≥900', comparator: 'gte', value: '900', year: 2025 },
  source: qingpuPlan('二（四）主要指标', '约束性 张 312 ≥900'),
};
