import type { IndicatorDefinition } from '../definition.js';
import { NURSING_BED_SHARE } from '../families/eldercare-beds.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...NURSING_BED_SHARE,
  id: 'qpu-nursing-bed-share',
  district: QINGPU,
  order: 2,
  names: { zh: '护理型床位占比', en: 'nursing-type bed share' },
  property: 'binding',
  base: { asOf: BASE_DAY, published: '25', literal: '25' },
  target: { literal: '≥60', comparator: 'gte', value: '60', year: 2025 },
  source: qingpuPlan('二（四）主要指标', '约束性 % 25 ≥60'),
};
