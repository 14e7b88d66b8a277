import type { IndicatorDefinition } from '../definition.js';
import { MEDICAL_RELIEF_SHARE } from '../families/relief.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...MEDICAL_RELIEF_SHARE,
  id: 'qpu-medical-relief-self-pay-share',
  district: QINGPU,
  order: 105,
  base: { asOf: BASE_DAY, published: '90', literal: '超过90%', bound: { comparator: 'gt' } },
  target: null,
  source: qingpuPlan('一（一）1', '自负医疗费救助比例超过90%'),
};
