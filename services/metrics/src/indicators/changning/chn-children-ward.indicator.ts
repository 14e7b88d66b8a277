import type { IndicatorDefinition } from '../definition.js';
import { CHILDREN_WARDS } from '../families/milestones.js';
import { CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...CHILDREN_WARDS,
  id: 'chn-children-ward',
  district: CHANGNING,
  order: 122,
  names: { zh: '综合性福利院内设儿童部', en: 'children’s ward in a welfare institution' },
  target: { literal: '设立儿童部', comparator: 'gte', value: '1', year: 2025 },
  source: changningPlan('三（二）社会福利服务体系', '在综合性福利院内设立儿童部'),
};
