import type { IndicatorDefinition } from '../definition.js';
import { DEMENTIA_FRIENDLY_COVERAGE } from '../families/coverage.js';
import { BASE_DAY, CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...DEMENTIA_FRIENDLY_COVERAGE,
  id: 'chn-dementia-friendly-coverage',
  district: CHANGNING,
  order: 111,
  names: { zh: '认知障碍友好社区街镇覆盖率', en: 'dementia-friendly streets' },
  property: 'text',
  base: { asOf: BASE_DAY, published: '100', literal: '全域覆盖' },
  target: { literal: '街镇全覆盖', comparator: 'gte', value: '100', year: 2025 },
  source: changningPlan(
    '一（一）发展基础',
    '率先实现老年认知障碍友好社区全域覆盖；推动认知障碍友好社区街镇全覆盖',
  ),
};
