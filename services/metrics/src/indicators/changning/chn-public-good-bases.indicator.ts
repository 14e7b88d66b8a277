import type { IndicatorDefinition } from '../definition.js';
import { PUBLIC_GOOD_BASES } from '../families/charity.js';
import { BASE_DAY, CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...PUBLIC_GOOD_BASES,
  id: 'chn-public-good-bases',
  district: CHANGNING,
  order: 106,
  base: { asOf: BASE_DAY, published: '537', literal: '537' },
  target: null,
  source: changningPlan('一（一）发展基础', '建成 537 家公益基地'),
};
