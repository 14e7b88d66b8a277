import type { IndicatorDefinition } from '../definition.js';
import { MEAL_CAPACITY } from '../families/community-facilities.js';
import { BASE_DAY, CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...MEAL_CAPACITY,
  id: 'chn-meal-capacity',
  district: CHANGNING,
  order: 6,
  names: { zh: '社区老年助餐服务供客能力', en: 'daily meal-service capacity' },
  property: 'expected',
  base: { asOf: BASE_DAY, published: '3000', literal: '3000' },
  target: { literal: '≥6000', comparator: 'gte', value: '6000', year: 2025 },
  source: changningPlan('二（四）主要指标', '预期性 客/日 3000 ≥6000'),
};
