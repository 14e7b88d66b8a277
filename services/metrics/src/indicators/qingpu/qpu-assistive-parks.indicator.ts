import type { IndicatorDefinition } from '../definition.js';
import { ASSISTIVE_PROJECTS } from '../families/assistive.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...ASSISTIVE_PROJECTS('INDUSTRY_PARK', {
    zh: '联动长三角共建的康复辅助器具产业园数（不限于本区范围内）',
    en: 'Industry parks for assistive devices built with the delta, wherever they lie',
  }),
  id: 'qpu-assistive-parks',
  district: QINGPU,
  order: 145,
  names: { zh: '康复辅助器具产业园', en: 'industry parks for assistive devices' },
  base: null,
  target: { literal: '5 个', comparator: 'gte', value: '5', year: 2025 },
  source: qingpuPlan('三（二）4', '共建 5 个康复辅助器具产业园'),
};
