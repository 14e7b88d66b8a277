import type { IndicatorDefinition } from '../definition.js';
import { CARER_CERTIFIED_SHARE } from '../families/eldercare-carers.js';
import { BASE_DAY, CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...CARER_CERTIFIED_SHARE,
  id: 'chn-carer-certified-share',
  district: CHANGNING,
  order: 7,
  property: 'expected',
  base: { asOf: BASE_DAY, published: '72.5', literal: '72.5' },
  target: { literal: '≥80', comparator: 'gte', value: '80', year: 2025 },
  source: changningPlan('二（四）主要指标', '预期性 % 72.5 ≥80'),
};
