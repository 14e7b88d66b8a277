import type { IndicatorDefinition } from '../definition.js';
import { SMART_HEALTH_STREET_COVERAGE } from '../families/coverage.js';
import { CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...SMART_HEALTH_STREET_COVERAGE,
  id: 'chn-smart-health-demo-street-coverage',
  district: CHANGNING,
  order: 112,
  names: {
    zh: '全国智慧健康养老示范街道覆盖率',
    en: 'streets that are national demonstrations of smart health and elder care',
  },
  property: 'text',
  base: null,
  target: { literal: '街镇全覆盖', comparator: 'gte', value: '100', year: 2025 },
  source: changningPlan(
    '三（二）建设多层次、普惠性、高品质的社会福利服务体系',
    '推动全国智慧健康养老示范街道实现街镇全覆盖',
  ),
};
