import type { IndicatorDefinition } from '../definition.js';
import { REPORTED_IN_PLAN } from '../families/reported.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...REPORTED_IN_PLAN({
    id: 'qpu-newtown-area',
    about: {
      zh: '规划期内青浦新城新增的养老服务设施建筑面积',
      en: 'Floor area of elder-care facilities added in the new town in the plan period',
    },
    unit: '万平方米',
    decimals: 2,
    reportedIn: 'SQUARE_METRE',
    divisor: 10_000,
  }),
  district: QINGPU,
  order: 155,
  names: { zh: '青浦新城新增养老服务设施建筑面积', en: 'facility floor area added in the new town' },
  base: { asOf: BASE_DAY, published: '0', literal: '0' },
  target: {
    literal: '新增建筑面积 0.8万平方米',
    comparator: 'gte',
    value: '0.8',
    year: 2025,
    period: { from: 2021, to: 2025 },
  },
  source: qingpuPlan(
    '三（七）2',
    '新增综合为老服务中心 2处、日间服务中心 3处、助餐服务点 5处、标准化老年活动室 19处，新增建筑面积 0.8万平方米，设施覆盖率由71%提高到87%',
  ),
};
