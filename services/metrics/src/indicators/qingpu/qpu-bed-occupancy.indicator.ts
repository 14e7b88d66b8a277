import type { IndicatorDefinition } from '../definition.js';
import { BED_OCCUPANCY } from '../families/eldercare-institutions.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...BED_OCCUPANCY,
  id: 'qpu-bed-occupancy',
  district: QINGPU,
  order: 116,
  names: { zh: '养老床位平均入住率', en: 'occupancy of beds' },
  property: 'text',
  base: null,
  target: { literal: '80% 以上', comparator: 'gte', value: '80', year: 2025 },
  source: qingpuPlan('三（二）2', '平均入住率达到 80% 以上'),
};
