import type { IndicatorDefinition } from '../definition.js';
import { REPORTED_SHARE } from '../families/reported.js';
import { BASE_DAY, QINGPU } from '../plans.js';
import { NEW_TOWN } from './new-town.js';

export const indicator: IndicatorDefinition = {
  ...REPORTED_SHARE({
    id: 'qpu-newtown-coverage',
    about: {
      zh: '青浦新城养老服务设施覆盖率，新城范围与分母规划未作定义',
      en: 'Coverage of the new town with elder-care facilities; the plan defines neither its extent nor the denominator',
    },
    unit: '%',
    decimals: 1,
    reportedIn: 'PERCENT',
  }),
  district: QINGPU,
  order: 156,
  names: { zh: '青浦新城养老服务设施覆盖率', en: 'facility coverage of the new town' },
  base: { asOf: BASE_DAY, published: '71', literal: '71%' },
  target: { literal: '87%', comparator: 'gte', value: '87', year: 2025 },
  source: NEW_TOWN,
};
