import type { IndicatorDefinition } from '../definition.js';
import { COMMUNITY_AREA } from '../families/community-facilities.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...COMMUNITY_AREA,
  id: 'qpu-community-eldercare-area',
  district: QINGPU,
  order: 5,
  names: { zh: '社区养老服务设施建筑面积', en: 'community elder-care facility floor area' },
  property: 'expected',
  base: { asOf: BASE_DAY, published: '13', literal: '13' },
  target: { literal: '≥ 16', comparator: 'gte', value: '16', year: 2025 },
  source: qingpuPlan('二（四）主要指标', '预期性 万平方米 13 ≥ 16'),
};
