import type { IndicatorDefinition } from '../definition.js';
import { CHAIN_OPERATORS } from '../families/eldercare-institutions.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...CHAIN_OPERATORS,
  id: 'qpu-chain-operators',
  district: QINGPU,
  order: 117,
  names: { zh: '品牌化连锁养老机构', en: 'chain operators of institutions' },
  property: 'text',
  base: null,
  target: { literal: '6 家以上', comparator: 'gte', value: '6', year: 2025 },
  source: qingpuPlan('三（二）3', '培育 6 家以上品牌化、专业化、连锁化的养老服务机构'),
};
