import type { IndicatorDefinition } from '../definition.js';
import { DEMENTIA_BEDS } from '../families/eldercare-beds.js';
import { BASE_DAY, CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...DEMENTIA_BEDS,
  id: 'chn-dementia-beds',
  district: CHANGNING,
  order: 5,
  names: { zh: '老年认知障碍照护床位数', en: 'dementia-care beds' },
  property: 'binding',
  base: { asOf: BASE_DAY, published: '120', literal: '120' },
  target: { literal: '≥360', comparator: 'gte', value: '360', year: 2025 },
  source: changningPlan('二（四）主要指标', '约束性 张 120 ≥360'),
};
