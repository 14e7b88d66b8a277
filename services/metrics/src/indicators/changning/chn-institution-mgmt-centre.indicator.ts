import type { IndicatorDefinition } from '../definition.js';
import { MILESTONES_COMPLETED } from '../families/milestones.js';
import { CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...MILESTONES_COMPLETED('institution-management-centre'),
  id: 'chn-institution-mgmt-centre',
  district: CHANGNING,
  order: 125,
  names: { zh: '区养老机构管理中心', en: 'management centre of institutions' },
  target: { literal: '建立区养老机构管理中心', comparator: 'gte', value: '1', year: 2025 },
  source: changningPlan('三（二）社会福利服务体系', '建立区养老机构管理中心'),
};
