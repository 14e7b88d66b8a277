import type { IndicatorDefinition } from '../definition.js';
import { ASSISTANCE_PERSON_TIMES } from '../families/relief.js';
import { BASE_DAY, CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...ASSISTANCE_PERSON_TIMES,
  id: 'chn-assistance-person-times',
  district: CHANGNING,
  order: 107,
  base: { asOf: BASE_DAY, published: '2422000', literal: '242.2 万人次' },
  target: null,
  source: changningPlan('一（一）发展基础', '惠及 242.2 万人次'),
};
