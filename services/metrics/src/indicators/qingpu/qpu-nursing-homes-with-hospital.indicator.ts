import type { IndicatorDefinition } from '../definition.js';
import { NURSING_HOMES_WITH_HOSPITAL } from '../families/eldercare-institutions.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...NURSING_HOMES_WITH_HOSPITAL,
  id: 'qpu-nursing-homes-with-hospital',
  district: QINGPU,
  order: 109,
  names: { zh: '设护理院的新建养护院', en: 'new nursing homes with a nursing hospital' },
  property: 'text',
  base: { asOf: BASE_DAY, published: '8', literal: '8 家' },
  target: null,
  source: qingpuPlan('一（一）2', '8 家新建养护院设置了护理院'),
};
