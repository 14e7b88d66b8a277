import type { IndicatorDefinition } from '../definition.js';
import { INTEGRATED_CENTRES } from '../families/community-facilities.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...INTEGRATED_CENTRES,
  id: 'qpu-integrated-eldercare-centres',
  district: QINGPU,
  order: 6,
  names: { zh: '社区综合为老服务中心数', en: 'integrated elder-service centres' },
  property: 'binding',
  base: { asOf: BASE_DAY, published: '13', literal: '13' },
  target: { literal: '29', comparator: 'gte', value: '29', year: 2025 },
  source: qingpuPlan('二（四）主要指标', '约束性 家 13 29'),
};
