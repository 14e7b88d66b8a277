import type { IndicatorDefinition } from '../definition.js';
import { ASSISTIVE_RENTAL_COVERAGE } from '../families/coverage.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...ASSISTIVE_RENTAL_COVERAGE,
  id: 'qpu-assistive-rental-coverage',
  district: QINGPU,
  order: 11,
  names: {
    zh: '康复辅助器具社区租赁服务实体点街镇覆盖率',
    en: 'streets with a physical rental point for assistive devices',
  },
  property: 'binding',
  base: {
    asOf: BASE_DAY,
    published: '70',
    literal: '70',
    declaredMismatch: {
      tolerance: '3',
      reason: {
        zh: '青浦区有11个街镇，覆盖率70%无法取得：7个为63.6%，8个为72.7%',
        en: 'Qingpu has 11 街镇, so 70 % cannot be reached: 7 of them are 63.6 %, 8 are 72.7 %',
      },
    },
  },
  target: { literal: '100', comparator: 'gte', value: '100', year: 2025 },
  source: qingpuPlan('二（四）主要指标', '约束性 % 70 100'),
};
