import type { IndicatorDefinition } from '../definition.js';
import { REPORTED_SHARE } from '../families/reported.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...REPORTED_SHARE({
    id: 'qpu-newtown-complex-coverage',
    about: {
      zh: '青浦新城有社区服务综合设施的社区占比，新城范围规划未作定义',
      en: 'Communities of the new town with a complex of community services; the plan does not define its extent',
    },
    unit: '%',
    decimals: 1,
    reportedIn: 'PERCENT',
  }),
  district: QINGPU,
  order: 157,
  names: { zh: '青浦新城社区服务综合设施覆盖率', en: 'coverage of the new town with community complexes' },
  base: null,
  target: { literal: '实现社区全覆盖', comparator: 'gte', value: '100', year: 2025 },
  source: qingpuPlan('三（七）3', '实现社区全覆盖'),
};
