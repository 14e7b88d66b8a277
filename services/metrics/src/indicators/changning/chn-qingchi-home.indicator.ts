import type { IndicatorDefinition } from '../definition.js';
import { MILESTONES_COMPLETED } from '../families/milestones.js';
import { CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...MILESTONES_COMPLETED('qingchi-home-opened'),
  id: 'chn-qingchi-home',
  district: CHANGNING,
  order: 123,
  names: { zh: '清池路养老院运营', en: 'Qingchi Road home in operation' },
  target: { literal: '动工并对外运营', comparator: 'gte', value: '1', year: 2025 },
  source: changningPlan('三（二）社会福利服务体系', '动工并对外运营'),
};
