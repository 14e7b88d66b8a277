import type { IndicatorDefinition } from '../definition.js';
import { ASSOCIATIONS_DECOUPLED } from '../families/social-organisations.js';
import { BASE_DAY, CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...ASSOCIATIONS_DECOUPLED,
  id: 'chn-associations-decoupled',
  district: CHANGNING,
  order: 110,
  names: { zh: '脱钩行业协会商会', en: 'associations decoupled from the administration' },
  property: 'text',
  base: { asOf: BASE_DAY, published: '29', literal: '29' },
  target: null,
  source: changningPlan('一（一）发展基础', '29家行业协会商会与行政机关完成脱钩改革'),
};
