import type { IndicatorDefinition } from '../definition.js';
import { BED_SHARE_OF_REGISTERED_ELDERLY } from '../families/eldercare-beds.js';
import { BASE_DAY, CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...BED_SHARE_OF_REGISTERED_ELDERLY,
  id: 'chn-eldercare-bed-share-of-registered-elderly',
  district: CHANGNING,
  order: 1,
  names: { zh: '养老床位数占同期户籍老年人口数比重', en: 'beds as share of registered (hukou) elderly' },
  property: 'binding',
  base: { asOf: BASE_DAY, published: '3', literal: '3' },
  target: { literal: '3 以上', comparator: 'gte', value: '3', year: 2025 },
  source: changningPlan('二（四）主要指标', '约束性 % 3 3 以上'),
};
