import type { IndicatorDefinition } from '../definition.js';
import { MEDICAL_CONTRACT_COVERAGE } from '../families/coverage.js';
import { CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...MEDICAL_CONTRACT_COVERAGE,
  id: 'chn-medical-contract-coverage',
  district: CHANGNING,
  order: 113,
  names: { zh: '养老机构与社区卫生机构签约率', en: 'institutions contracted with community health care' },
  property: 'text',
  base: null,
  target: { literal: '全覆盖', comparator: 'gte', value: '100', year: 2025 },
  source: changningPlan('三（二）建设多层次、普惠性、高品质的社会福利服务体系', '与社区卫生机构签约全覆盖'),
};
