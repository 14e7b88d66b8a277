import type { IndicatorDefinition } from '../definition.js';
import { NURSING_BED_SHARE } from '../families/eldercare-beds.js';
import { BASE_DAY, CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...NURSING_BED_SHARE,
  id: 'chn-nursing-bed-share',
  district: CHANGNING,
  order: 2,
  names: { zh: '护理型养老床位占比', en: 'nursing-type bed share' },
  property: 'binding',
  base: { asOf: BASE_DAY, published: '34', literal: '34' },
  target: { literal: '≥60', comparator: 'gte', value: '60', year: 2025 },
  source: changningPlan('二（四）主要指标', '约束性 % 34 ≥60'),
};
