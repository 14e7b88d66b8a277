import type { IndicatorDefinition } from '../definition.js';
import { MILESTONES_COMPLETED } from '../families/milestones.js';
import { CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...MILESTONES_COMPLETED('welfare-home-2-converted'),
  id: 'chn-welfare-home-2-conversion',
  district: CHANGNING,
  order: 124,
  names: { zh: '区第二社会福利院转制', en: 'second welfare home converted' },
  target: { literal: '完成区第二社会福利院转制工作', comparator: 'gte', value: '1', year: 2025 },
  source: changningPlan('三（二）社会福利服务体系', '完成区第二社会福利院转制工作'),
};
