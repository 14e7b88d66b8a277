import type { IndicatorDefinition } from '../definition.js';
import { CARER_CERTIFIED_SHARE } from '../families/eldercare-carers.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...CARER_CERTIFIED_SHARE,
  id: 'qpu-carer-certified-share',
  district: QINGPU,
  order: 4,
  property: 'expected',
  base: { asOf: BASE_DAY, published: '80', literal: '80' },
  target: { literal: '≥90', comparator: 'gte', value: '90', year: 2025 },
  source: qingpuPlan('二（四）主要指标', '预期性 % 80 ≥90'),
};
