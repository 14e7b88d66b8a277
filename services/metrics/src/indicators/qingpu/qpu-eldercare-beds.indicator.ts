import type { IndicatorDefinition } from '../definition.js';
import { ELDERCARE_BEDS } from '../families/eldercare-beds.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...ELDERCARE_BEDS,
  id: 'qpu-eldercare-beds',
  district: QINGPU,
  order: 1,
  names: { zh: '养老床位数', en: 'elder-care beds' },
  property: 'expected',
  base: { asOf: BASE_DAY, published: '8278', literal: '8278' },
  target: { literal: '9500(户籍老年人口的3.5%)', comparator: 'gte', value: '9500', year: 2025 },
  source: qingpuPlan('二（四）主要指标', '预期性 张 8278 9500(户籍老年人口的3.5%)'),
};
