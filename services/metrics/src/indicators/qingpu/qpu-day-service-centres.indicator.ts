import type { IndicatorDefinition } from '../definition.js';
import { DAY_CENTRES } from '../families/community-facilities.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...DAY_CENTRES,
  id: 'qpu-day-service-centres',
  district: QINGPU,
  order: 111,
  names: { zh: '社区老年人日间服务中心', en: 'day-service centres' },
  property: 'text',
  base: { asOf: BASE_DAY, published: '133', literal: '133 家' },
  target: { literal: '不少于 169 家', comparator: 'gte', value: '169', year: 2025 },
  source: qingpuPlan('一（一）2；三（二）', '日间服务中心 133 家；日间服务中心不少于 169 家'),
};
