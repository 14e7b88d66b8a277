import type { IndicatorDefinition } from '../definition.js';
import { SOCIAL_ORGANISATIONS } from '../families/social-organisations.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...SOCIAL_ORGANISATIONS,
  id: 'qpu-socialorgs-registered',
  district: QINGPU,
  order: 101.5,
  names: { zh: '登记社会组织（期末在册）', en: 'social organisations in the register' },
  property: 'text',
  base: null,
  target: null,
  source: qingpuPlan('一（一）4', '全区累计登记社会组织 928 家'),
};
