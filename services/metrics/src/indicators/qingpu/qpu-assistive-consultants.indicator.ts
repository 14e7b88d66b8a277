import type { IndicatorDefinition } from '../definition.js';
import { ASSISTIVE_CONSULTANTS } from '../families/assistive.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...ASSISTIVE_CONSULTANTS,
  id: 'qpu-assistive-consultants',
  district: QINGPU,
  order: 150.5,
  names: { zh: '康复辅助技术咨询师', en: 'consultants of assistive technology' },
  base: null,
  target: { literal: '超过 500 名', comparator: 'gt', value: '500', year: 2025 },
  source: qingpuPlan('三（二）4', '培养康复辅助技术咨询师超过 500 名'),
};
