import type { IndicatorDefinition } from '../definition.js';
import { SATISFACTION } from '../families/surveys.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...SATISFACTION('SV-ELDERCARE-SERVICE'),
  id: 'qpu-service-satisfaction',
  district: QINGPU,
  order: 144,
  names: { zh: '养老服务质量综合满意率', en: 'satisfaction with elder-care services' },
  property: 'text',
  base: null,
  target: { literal: '95% 以上', comparator: 'gte', value: '95', year: 2025 },
  source: qingpuPlan('三（二）2', '综合满意率达到 95% 以上'),
};
