import type { IndicatorDefinition } from '../definition.js';
import { HOME_COMMUNITY_FACILITIES } from '../families/community-facilities.js';
import { BASE_DAY, CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...HOME_COMMUNITY_FACILITIES,
  id: 'chn-home-community-facilities',
  district: CHANGNING,
  order: 110,
  names: { zh: '居家和社区养老服务设施数', en: 'home and community elder-care facilities' },
  property: 'text',
  base: { asOf: BASE_DAY, published: '639', literal: '639' },
  target: null,
  source: changningPlan('一（一）发展基础', '建成 639 个各类居家和社区养老服务设施'),
};
