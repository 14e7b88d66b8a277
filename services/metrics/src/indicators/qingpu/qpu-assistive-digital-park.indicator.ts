import type { IndicatorDefinition } from '../definition.js';
import { ASSISTIVE_PROJECTS } from '../families/assistive.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...ASSISTIVE_PROJECTS('DIGITAL_PARK', {
    zh: '长三角康复辅助器具产业数字产业园区平台数',
    en: 'Digital parks of the assistive-device industry of the delta',
  }),
  id: 'qpu-assistive-digital-park',
  district: QINGPU,
  order: 148,
  names: { zh: '康复辅助器具产业数字产业园区平台', en: 'digital park of the assistive-device industry' },
  base: null,
  target: { literal: '1 个', comparator: 'gte', value: '1', year: 2025 },
  source: qingpuPlan('三（二）4', '落成 1 个长三角康复辅助器具产业数字产业园区平台'),
};
