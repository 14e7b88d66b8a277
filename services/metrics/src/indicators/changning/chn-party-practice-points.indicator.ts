import type { IndicatorDefinition } from '../definition.js';
import { PARTY_PRACTICE_POINTS } from '../families/social-organisations.js';
import { BASE_DAY, CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...PARTY_PRACTICE_POINTS,
  id: 'chn-party-practice-points',
  district: CHANGNING,
  order: 109,
  names: { zh: '社会组织党建实践点', en: 'party practice points of social organisations' },
  property: 'text',
  base: { asOf: BASE_DAY, published: '20', literal: '20' },
  target: null,
  source: changningPlan('一（一）发展基础', '创建 20 家社会组织党建实践点'),
};
