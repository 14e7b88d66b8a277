import type { IndicatorDefinition } from '../definition.js';
import { SOCIAL_ORGANISATIONS } from '../families/social-organisations.js';
import { BASE_DAY, CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...SOCIAL_ORGANISATIONS,
  id: 'chn-socialorgs',
  district: CHANGNING,
  order: 102,
  names: { zh: '社会组织数', en: 'social organisations' },
  property: 'text',
  base: { asOf: BASE_DAY, published: '793', literal: '793' },
  target: null,
  source: changningPlan('一（一）发展基础', '社会组织发展到 793 家'),
};
