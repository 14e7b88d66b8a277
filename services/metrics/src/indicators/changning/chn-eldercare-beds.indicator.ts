import type { IndicatorDefinition } from '../definition.js';
import { ELDERCARE_BEDS } from '../families/eldercare-beds.js';
import { BASE_DAY, CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...ELDERCARE_BEDS,
  id: 'chn-eldercare-beds',
  district: CHANGNING,
  order: 101,
  names: { zh: '养老床位总数', en: 'total beds' },
  property: 'text',
  base: { asOf: BASE_DAY, published: '6567', literal: '6567' },
  target: null,
  source: changningPlan('一（一）发展基础', '养老床位总数达到 6567 张'),
};
