import type { IndicatorDefinition } from '../definition.js';
import { VOLUNTEER_PASSPORT_HOLDERS } from '../families/charity.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...VOLUNTEER_PASSPORT_HOLDERS,
  id: 'qpu-volunteer-passports',
  district: QINGPU,
  order: 106,
  base: null,
  target: { literal: '达到 5 万人', comparator: 'gte', value: '50000', year: 2025 },
  source: qingpuPlan('三（四）', '持有“公益护照”志愿者达到 5 万人'),
};
