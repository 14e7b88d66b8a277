import type { IndicatorDefinition } from '../definition.js';
import { ASSISTIVE_PROJECTS } from '../families/assistive.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...ASSISTIVE_PROJECTS('TALENT_BASE', {
    zh: '长三角康复辅助器具产业人才培养基地数',
    en: 'Talent bases of the assistive-device industry of the delta',
  }),
  id: 'qpu-assistive-talent-base',
  district: QINGPU,
  order: 146,
  names: { zh: '康复辅助器具产业人才培养基地', en: 'talent base of the assistive-device industry' },
  base: null,
  target: { literal: '1 个', comparator: 'gte', value: '1', year: 2025 },
  source: qingpuPlan('三（二）4', '打造 1 个长三角康复辅助器具产业人才培养基地'),
};
