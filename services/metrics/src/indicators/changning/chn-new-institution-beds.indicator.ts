import type { IndicatorDefinition } from '../definition.js';
import { NEW_INSTITUTION_BEDS } from '../families/eldercare-beds.js';
import { BASE_DAY, CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...NEW_INSTITUTION_BEDS,
  id: 'chn-new-institution-beds',
  district: CHANGNING,
  order: 3,
  names: { zh: '新增机构养老床位数', en: 'newly added institutional beds' },
  property: 'expected',
  base: { asOf: BASE_DAY, published: '258', literal: '258（2020 年当年）' },
  target: { literal: '≥850', comparator: 'gte', value: '850', year: 2025, period: { from: 2021, to: 2025 } },
  source: changningPlan('二（四）主要指标', '258（2020 年当年） ≥850'),
};
