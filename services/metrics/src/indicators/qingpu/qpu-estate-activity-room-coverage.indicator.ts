import type { IndicatorDefinition } from '../definition.js';
import { REPORTED_SHARE } from '../families/reported.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...REPORTED_SHARE({
    id: 'qpu-estate-activity-room-coverage',
    about: {
      zh: '有标准化老年活动室的居民小区占比，尚无居民小区名录',
      en: 'Estates with a standard activity room; there is no register of estates',
    },
    unit: '%',
    decimals: 1,
    reportedIn: 'PERCENT',
  }),
  district: QINGPU,
  order: 142,
  names: { zh: '居民小区标准化老年活动室覆盖率', en: 'estates with a standard activity room' },
  base: null,
  target: { literal: '全覆盖', comparator: 'gte', value: '100', year: 2025 },
  source: qingpuPlan('三（二）1', '居民小区标准化老年活动室全覆盖'),
};
