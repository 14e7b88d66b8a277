import type { IndicatorDefinition } from '../definition.js';
import { ASSISTIVE_PROJECTS } from '../families/assistive.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...ASSISTIVE_PROJECTS('BRAND', { zh: '康复辅具自主品牌数', en: 'Own brands of assistive devices' }),
  id: 'qpu-assistive-brands',
  district: QINGPU,
  order: 149,
  names: { zh: '康复辅具自主品牌', en: 'own brands of assistive devices' },
  base: null,
  target: { literal: '5 个以上', comparator: 'gte', value: '5', year: 2025 },
  source: qingpuPlan('三（二）4', '5 个以上康复辅具自主品牌'),
};
