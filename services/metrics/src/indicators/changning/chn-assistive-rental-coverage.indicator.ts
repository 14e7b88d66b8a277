import type { IndicatorDefinition } from '../definition.js';
import { ASSISTIVE_RENTAL_COVERAGE } from '../families/coverage.js';
import { BASE_DAY, CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...ASSISTIVE_RENTAL_COVERAGE,
  id: 'chn-assistive-rental-coverage',
  district: CHANGNING,
  order: 8,
  names: {
    zh: '康复辅助器具社区租赁服务实体点街镇覆盖率',
    en: 'streets with a physical rental point for assistive devices',
  },
  property: 'binding',
  base: { asOf: BASE_DAY, published: '80', literal: '80' },
  target: { literal: '100', comparator: 'gte', value: '100', year: 2025 },
  source: changningPlan('二（四）主要指标', '约束性 % 80 100'),
};
