import type { IndicatorDefinition } from '../definition.js';
import { ELDERCARE_ADVISER_COVERAGE } from '../families/coverage.js';
import { CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...ELDERCARE_ADVISER_COVERAGE,
  id: 'chn-eldercare-adviser-coverage',
  district: CHANGNING,
  order: 114,
  names: { zh: '街镇养老顾问点覆盖率', en: 'streets with an elder-care adviser point' },
  property: 'text',
  base: null,
  target: { literal: '全覆盖', comparator: 'gte', value: '100', year: 2025 },
  source: changningPlan('三（二）建设多层次、普惠性、高品质的社会福利服务体系', '街（居）顾问点全覆盖'),
};
