import type { IndicatorDefinition } from '../definition.js';
import { DIVORCES_REGISTERED, annualReport } from '../families/marriage.js';
import { QINGPU } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...DIVORCES_REGISTERED,
  id: 'qpu-divorces-registered',
  district: QINGPU,
  order: 202,
  base: { asOf: '2019-12-31', published: '1548', literal: '1548' },
  source: annualReport('2019年 青浦 离婚登记 1 548 对'),
};
