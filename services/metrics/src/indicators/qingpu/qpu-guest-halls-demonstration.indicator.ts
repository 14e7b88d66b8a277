import type { IndicatorDefinition } from '../definition.js';
import { DEMONSTRATION_GUEST_HALLS } from '../families/community.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...DEMONSTRATION_GUEST_HALLS,
  id: 'qpu-guest-halls-demonstration',
  district: QINGPU,
  order: 102.5,
  names: { zh: '示范村组睦邻客堂间', en: 'demonstration guest halls' },
  property: 'text',
  base: null,
  target: { literal: '示范村组睦邻客堂间不少于 1200 个', comparator: 'gte', value: '1200', year: 2025 },
  source: qingpuPlan('三（二）1', '示范村组睦邻客堂间不少于 1200 个'),
};
