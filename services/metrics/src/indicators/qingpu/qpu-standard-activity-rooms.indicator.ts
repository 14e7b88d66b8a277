import type { IndicatorDefinition } from '../definition.js';
import { STANDARD_ACTIVITY_ROOMS } from '../families/community-facilities.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...STANDARD_ACTIVITY_ROOMS,
  id: 'qpu-standard-activity-rooms',
  district: QINGPU,
  order: 112,
  names: { zh: '市级标准化老年活动室', en: 'activity rooms to the city’s standard' },
  property: 'text',
  base: { asOf: BASE_DAY, published: '282', literal: '282 个' },
  target: { literal: '不少于 321 家', comparator: 'gte', value: '321', year: 2025 },
  source: qingpuPlan('一（一）2；三（二）', '市级标准化老年活动室 282 个；市级标准化老年活动室不少于 321 家'),
};
