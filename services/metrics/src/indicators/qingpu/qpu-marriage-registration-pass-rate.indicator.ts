import type { IndicatorDefinition } from '../definition.js';
import { REGISTRATION_PASS_RATE } from '../families/marriage.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...REGISTRATION_PASS_RATE,
  id: 'qpu-marriage-registration-pass-rate',
  district: QINGPU,
  order: 107,
  base: null,
  source: qingpuPlan('三（五）', '确保登记合格率 100%'),
};
