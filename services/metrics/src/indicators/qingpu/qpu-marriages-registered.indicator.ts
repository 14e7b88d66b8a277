import type { IndicatorDefinition } from '../definition.js';
import { MARRIAGES_REGISTERED, annualReport } from '../families/marriage.js';
import { QINGPU } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...MARRIAGES_REGISTERED,
  id: 'qpu-marriages-registered',
  district: QINGPU,
  order: 201,
  base: { asOf: '2019-12-31', published: '2922', literal: '2922' },
  source: annualReport('2019年 青浦 结婚登记 2 922 对'),
};
