import type { IndicatorDefinition } from '../definition.js';
import { SEVERE_DISABILITY_CARE } from '../families/disability.js';
import { CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...SEVERE_DISABILITY_CARE,
  id: 'chn-severe-disability-care',
  district: CHANGNING,
  order: 129,
  base: null,
  target: { literal: '应养尽养', comparator: 'gte', value: '100', year: 2025 },
  source: changningPlan(
    '三（二）建设多层次、普惠性、高品质的社会福利服务体系',
    '努力实现对重残无业人员“应养尽养”',
  ),
};
