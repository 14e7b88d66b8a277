import type { IndicatorDefinition } from '../definition.js';
import { COMMUNITY_CLOUD_HOUSEHOLD_SHARE } from '../families/community.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...COMMUNITY_CLOUD_HOUSEHOLD_SHARE,
  id: 'qpu-community-cloud-household-share',
  district: QINGPU,
  order: 8,
  names: { zh: '注册社区云居社互动平台的家庭数占比', en: 'households on the community cloud' },
  property: 'expected',
  base: { asOf: BASE_DAY, published: '0', literal: '0' },
  target: { literal: '≥50', comparator: 'gte', value: '50', year: 2025 },
  source: qingpuPlan('二（四）主要指标', '预期性 % 0 ≥ 50'),
};
