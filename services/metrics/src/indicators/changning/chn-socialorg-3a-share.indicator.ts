import type { IndicatorDefinition } from '../definition.js';
import { SHARE_RATED_3A } from '../families/social-organisations.js';
import { BASE_DAY, CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...SHARE_RATED_3A,
  id: 'chn-socialorg-3a-share',
  district: CHANGNING,
  order: 13,
  names: { zh: '3A 级以上社会组织占比（含3A 级）', en: 'social organisations rated 3A or above' },
  property: 'expected',
  base: { asOf: BASE_DAY, published: '17', literal: '17' },
  target: { literal: '18', comparator: 'gte', value: '18', year: 2025 },
  source: changningPlan('二（四）主要指标', '预期性 % 17 18'),
};
