import type { IndicatorDefinition } from '../definition.js';
import { REPORTED_IN_PLAN } from '../families/reported.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...REPORTED_IN_PLAN({
    id: 'qpu-newtown-meal',
    about: {
      zh: '规划期内青浦新城新增的助餐服务点数',
      en: 'Meal sites added in the new town in the plan period',
    },
    unit: '处',
    reportedIn: 'PLACE',
  }),
  district: QINGPU,
  order: 153,
  names: { zh: '青浦新城新增助餐服务点', en: 'meal sites added in the new town' },
  base: { asOf: BASE_DAY, published: '0', literal: '0' },
  target: {
    literal: '新增 5处',
    comparator: 'gte',
    value: '5',
    year: 2025,
    period: { from: 2021, to: 2025 },
  },
  source: qingpuPlan(
    '三（七）2',
    '新增综合为老服务中心 2处、日间服务中心 3处、助餐服务点 5处、标准化老年活动室 19处，新增建筑面积 0.8万平方米，设施覆盖率由71%提高到87%',
  ),
};
