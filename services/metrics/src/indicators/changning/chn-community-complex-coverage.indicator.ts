import type { IndicatorDefinition } from '../definition.js';
import { COMMUNITY_COMPLEX_COVERAGE } from '../families/coverage.js';
import { CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...COMMUNITY_COMPLEX_COVERAGE,
  id: 'chn-community-complex-coverage',
  district: CHANGNING,
  order: 127,
  names: { zh: '社区综合服务设施街镇覆盖率', en: 'streets with a comprehensive community facility' },
  property: 'text',
  base: null,
  target: { literal: '街镇全覆盖', comparator: 'gte', value: '100', year: 2025 },
  source: changningPlan('三（三）社区治理格局', '打造一批社区综合服务设施，实现街镇全覆盖'),
};
