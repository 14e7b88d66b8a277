import type { IndicatorDefinition } from '../definition.js';
import { CHILD_WELFARE_SOCIAL_WORKERS } from '../families/child-welfare.js';
import { BASE_DAY, CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...CHILD_WELFARE_SOCIAL_WORKERS,
  id: 'chn-child-welfare-social-workers',
  district: CHANGNING,
  order: 10,
  names: { zh: '持证儿童福利社会工作者数', en: 'certified child-welfare social workers' },
  property: 'expected',
  base: { asOf: BASE_DAY, published: '16', literal: '16' },
  target: { literal: '≥30', comparator: 'gte', value: '30', year: 2025 },
  source: changningPlan('二（四）主要指标', '预期性 人 16 ≥30'),
};
