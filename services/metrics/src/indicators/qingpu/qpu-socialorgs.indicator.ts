import type { IndicatorDefinition } from '../definition.js';
import { SOCIAL_ORGANISATIONS_EVER } from '../families/social-organisations.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...SOCIAL_ORGANISATIONS_EVER,
  id: 'qpu-socialorgs',
  district: QINGPU,
  order: 101,
  names: { zh: '累计登记社会组织', en: 'social organisations ever registered' },
  property: 'text',
  base: { asOf: BASE_DAY, published: '928', literal: '928' },
  target: null,
  source: qingpuPlan('一（一）4', '全区累计登记社会组织 928 家'),
};
