import type { IndicatorDefinition } from '../definition.js';
import { ELDER_CARE_HOMES } from '../families/community-facilities.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...ELDER_CARE_HOMES,
  id: 'qpu-elder-care-homes',
  district: QINGPU,
  order: 110,
  names: { zh: '长者照护之家', en: 'community care homes' },
  property: 'text',
  base: { asOf: BASE_DAY, published: '5', literal: '5 家' },
  target: null,
  source: qingpuPlan('一（一）2', '长者照护之家 5 家'),
};
