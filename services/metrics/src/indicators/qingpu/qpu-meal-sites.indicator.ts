import type { IndicatorDefinition } from '../definition.js';
import { MEAL_SITES } from '../families/community-facilities.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...MEAL_SITES,
  id: 'qpu-meal-sites',
  district: QINGPU,
  order: 7,
  names: { zh: '老年人助餐场所', en: 'meal sites for the elderly' },
  property: 'expected',
  base: { asOf: BASE_DAY, published: '36', literal: '36' },
  target: { literal: '≥ 73', comparator: 'gte', value: '73', year: 2025 },
  source: qingpuPlan('二（四）主要指标', '预期性 家 36 ≥ 73'),
};
