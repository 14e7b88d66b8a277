import type { IndicatorDefinition } from '../definition.js';
import { ELDER_VISIT_COVERAGE } from '../families/eldercare-institutions.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...ELDER_VISIT_COVERAGE,
  id: 'qpu-elder-visit-coverage',
  district: QINGPU,
  order: 114,
  names: {
    zh: '无子女、高龄、独居老人探访覆盖',
    en: 'visits to the elderly without children, the oldest old and those living alone',
  },
  property: 'text',
  base: null,
  target: { literal: '全覆盖', comparator: 'gte', value: '100', year: 2025 },
  source: qingpuPlan('三（二）1', '社区探访全覆盖'),
};
