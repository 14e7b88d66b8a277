import type { IndicatorDefinition } from '../definition.js';
import { MARRIAGE_APPOINTMENT_SHARE } from '../families/registers.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...MARRIAGE_APPOINTMENT_SHARE,
  id: 'qpu-marriage-appointment-share',
  district: QINGPU,
  order: 107.2,
  names: { zh: '婚姻登记全预约', en: 'marriages and divorces registered by appointment' },
  property: 'text',
  base: null,
  target: { literal: '全预约制', comparator: 'gte', value: '100', year: 2025 },
  source: qingpuPlan('三（五）', '推行本市婚姻登记全预约制'),
};
