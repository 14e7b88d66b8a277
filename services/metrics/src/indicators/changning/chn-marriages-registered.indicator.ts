import type { IndicatorDefinition } from '../definition.js';
import { MARRIAGES_REGISTERED, annualReport } from '../families/marriage.js';
import { CHANGNING } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...MARRIAGES_REGISTERED,
  id: 'chn-marriages-registered',
  district: CHANGNING,
  order: 201,
  base: { asOf: '2019-12-31', published: '4240', literal: '4240' },
  source: annualReport('2019年 长宁 结婚登记 4 240 对'),
};
