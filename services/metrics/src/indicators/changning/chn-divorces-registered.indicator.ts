import type { IndicatorDefinition } from '../definition.js';
import { DIVORCES_REGISTERED, annualReport } from '../families/marriage.js';
import { CHANGNING } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...DIVORCES_REGISTERED,
  id: 'chn-divorces-registered',
  district: CHANGNING,
  order: 202,
  base: { asOf: '2019-12-31', published: '1950', literal: '1950' },
  source: annualReport('2019年 长宁 离婚登记 1 950 对'),
};
