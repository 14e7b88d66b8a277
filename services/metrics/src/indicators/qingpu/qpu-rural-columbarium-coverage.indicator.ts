import type { IndicatorDefinition } from '../definition.js';
import { RURAL_COLUMBARIUM_COVERAGE } from '../families/registers.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...RURAL_COLUMBARIUM_COVERAGE,
  id: 'qpu-rural-columbarium-coverage',
  district: QINGPU,
  order: 107.6,
  names: { zh: '农村每镇公益性骨灰堂', en: 'towns with a public columbarium' },
  property: 'text',
  base: null,
  target: { literal: '每个镇至少设置一处', comparator: 'gte', value: '100', year: 2025 },
  source: qingpuPlan('三（五）', '农村地区每个镇至少设置一处公益性骨灰堂'),
};
