import type { IndicatorDefinition } from '../definition.js';
import { COMMUNITY_WORKER_CERTIFIED_SHARE } from '../families/community.js';
import { BASE_DAY, CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...COMMUNITY_WORKER_CERTIFIED_SHARE,
  id: 'chn-community-worker-certified-share',
  district: CHANGNING,
  order: 11,
  names: { zh: '社区工作者持证率', en: 'community workers with a certificate' },
  property: 'expected',
  base: { asOf: BASE_DAY, published: '21.5', literal: '21.5' },
  target: { literal: '≥25', comparator: 'gte', value: '25', year: 2025 },
  source: changningPlan('二（四）主要指标', '社区工作者持证率 预期性 % 21.5 ≥25'),
};
