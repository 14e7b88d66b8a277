import type { IndicatorDefinition } from '../definition.js';
import { SOCIAL_ORGANISATIONS_PER_10K_HUKOU } from '../families/social-organisations.js';
import { BASE_DAY, CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...SOCIAL_ORGANISATIONS_PER_10K_HUKOU,
  id: 'chn-socialorgs-per-10k-hukou',
  district: CHANGNING,
  order: 103,
  names: {
    zh: '每万名户籍人口拥有社会组织数',
    en: 'social organisations per 10 000 registered (hukou) residents',
  },
  property: 'text',
  base: { asOf: BASE_DAY, published: '13.5', literal: '13.5' },
  target: null,
  source: changningPlan('一（一）发展基础', '每万名户籍人口拥有社会组织数达13.5 个'),
};
