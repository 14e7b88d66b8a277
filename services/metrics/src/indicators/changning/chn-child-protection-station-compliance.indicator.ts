import type { IndicatorDefinition } from '../definition.js';
import { CHILD_PROTECTION_STATION_COMPLIANCE } from '../families/coverage.js';
import { BASE_DAY, CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...CHILD_PROTECTION_STATION_COMPLIANCE,
  id: 'chn-child-protection-station-compliance',
  district: CHANGNING,
  order: 9,
  names: { zh: '未成年人保护机构达标率', en: 'compliant child-protection stations' },
  property: 'binding',
  base: { asOf: BASE_DAY, published: '100', literal: '100' },
  target: { literal: '100', comparator: 'gte', value: '100', year: 2025 },
  source: changningPlan('二（四）主要指标', '约束性 % 100 100'),
};
