import type { IndicatorDefinition } from '../definition.js';
import { AREA_PER_1000_RESIDENTS } from '../families/community-facilities.js';
import { BASE_DAY, CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...AREA_PER_1000_RESIDENTS,
  id: 'chn-community-eldercare-area-per-1000-residents',
  district: CHANGNING,
  order: 4,
  names: {
    zh: '常住人口社区居家养老服务设施拥有面积',
    en: 'community and home-care facility floor area per 1 000 residents',
  },
  property: 'binding',
  base: { asOf: BASE_DAY, published: '40', literal: '40' },
  target: { literal: '40 以上', comparator: 'gte', value: '40', year: 2025 },
  source: changningPlan('二（四）主要指标', '约束性 平方米/千人 40 40 以上'),
};
