import type { IndicatorDefinition } from '../definition.js';
import { INTEGRATED_CENTRES_WITHOUT_BRANCHES } from '../families/community-facilities.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...INTEGRATED_CENTRES_WITHOUT_BRANCHES,
  id: 'qpu-integrated-eldercare-centres-without-branches',
  district: QINGPU,
  order: 6.5,
  names: {
    zh: '社区综合为老服务中心数（不含分中心）',
    en: 'integrated elder-service centres without branches',
  },
  property: 'text',
  base: { asOf: BASE_DAY, published: '13', literal: '13 家' },
  target: null,
  source: qingpuPlan('一（一）2', '全区另有综合为老服务中心 13 家'),
};
