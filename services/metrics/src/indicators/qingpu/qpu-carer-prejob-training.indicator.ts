import type { IndicatorDefinition } from '../definition.js';
import { CARER_PREJOB_TRAINING } from '../families/eldercare-carers.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...CARER_PREJOB_TRAINING,
  id: 'qpu-carer-prejob-training',
  district: QINGPU,
  order: 113,
  property: 'text',
  base: null,
  target: { literal: '100%', comparator: 'gte', value: '100', year: 2025 },
  source: qingpuPlan('三（二）2', '岗前培训率达到 100%'),
};
