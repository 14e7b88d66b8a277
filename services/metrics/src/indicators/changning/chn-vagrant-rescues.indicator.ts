import type { IndicatorDefinition } from '../definition.js';
import { VAGRANT_RESCUES } from '../families/relief.js';
import { BASE_DAY, CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...VAGRANT_RESCUES,
  id: 'chn-vagrant-rescues',
  district: CHANGNING,
  order: 108,
  base: {
    asOf: BASE_DAY,
    published: '2100',
    literal: '2100 余人',
    bound: { comparator: 'gte', below: '2200' },
  },
  target: null,
  source: changningPlan('一（一）发展基础', '救助生活无着的流浪乞讨人员 2100 余人'),
};
