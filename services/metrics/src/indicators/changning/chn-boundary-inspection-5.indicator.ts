import type { IndicatorDefinition } from '../definition.js';
import { BOUNDARIES_INSPECTED } from '../families/milestones.js';
import { CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...BOUNDARIES_INSPECTED(5),
  id: 'chn-boundary-inspection-5',
  district: CHANGNING,
  order: 121,
  names: { zh: '第五轮区界联检', en: 'fifth round of boundary inspection' },
  target: {
    literal: '完成第五轮区界联检',
    comparator: 'gte',
    value: { of: [{ measure: 'community.boundaries' }], factor: '1' },
    year: 2025,
  },
  source: changningPlan('三（三）社区治理格局', '完成第五轮区界联检'),
};
