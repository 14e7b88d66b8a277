import type { IndicatorDefinition } from '../definition.js';
import { REPORTED_IN_PLAN } from '../families/reported.js';
import { BASE_DAY, QINGPU } from '../plans.js';
import { NEW_TOWN, NEW_TOWN_YEARS } from './new-town.js';

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
    period: NEW_TOWN_YEARS,
  },
  source: NEW_TOWN,
};
