import type { IndicatorDefinition } from '../definition.js';
import { BED_SHARE_OF_REGISTERED_ELDERLY } from '../families/eldercare-beds.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...BED_SHARE_OF_REGISTERED_ELDERLY,
  id: 'qpu-eldercare-bed-share-of-registered-elderly',
  district: QINGPU,
  order: 1.5,
  names: { zh: '养老床位数占户籍老年人口比重', en: 'beds as share of registered (hukou) elderly' },
  property: 'expected',
  base: null,
  target: { literal: '户籍老年人口的3.5%', comparator: 'gte', value: '3.5', year: 2025 },
  source: qingpuPlan('二（四）主要指标', '9500(户籍老年人口的3.5%)'),
};
