import type { IndicatorDefinition } from '../definition.js';
import { RATED_3A_EVER } from '../families/social-organisations.js';
import { BASE_DAY, CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...RATED_3A_EVER,
  id: 'chn-socialorgs-3a-count',
  district: CHANGNING,
  order: 104,
  names: { zh: '3A 及以上等级社会组织', en: 'social organisations ever rated 3A or above' },
  property: 'text',
  base: { asOf: BASE_DAY, published: '145', literal: '145' },
  target: null,
  source: changningPlan('一（一）发展基础', '3A 及以上等级社会组织 145 家'),
};
