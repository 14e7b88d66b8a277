import type { IndicatorDefinition } from '../definition.js';
import { GUEST_HALLS } from '../families/community.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...GUEST_HALLS,
  id: 'qpu-guest-halls',
  district: QINGPU,
  order: 102,
  names: { zh: '睦邻客堂间', en: 'neighbourhood guest halls' },
  property: 'text',
  base: { asOf: BASE_DAY, published: '1055', literal: '1055 家' },
  target: { literal: '示范村组睦邻客堂间不少于 1200 个', comparator: 'gte', value: '1200', year: 2025 },
  source: qingpuPlan('一（一）3', '至 2020 年共建成 1055 家'),
};
