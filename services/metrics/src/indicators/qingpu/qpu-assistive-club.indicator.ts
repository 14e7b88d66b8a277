import type { IndicatorDefinition } from '../definition.js';
import { ASSISTIVE_PROJECTS } from '../families/assistive.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...ASSISTIVE_PROJECTS('CLUB', {
    zh: '长三角康复辅助器具产业千亿俱乐部平台数',
    en: 'Clubs of the assistive-device industry of the delta',
  }),
  id: 'qpu-assistive-club',
  district: QINGPU,
  order: 147,
  names: { zh: '康复辅助器具产业千亿俱乐部平台', en: 'club of the assistive-device industry' },
  base: null,
  target: { literal: '1 个', comparator: 'gte', value: '1', year: 2025 },
  source: qingpuPlan('三（二）4', '1 个长三角康复辅助器具产业千亿俱乐部平台'),
};
