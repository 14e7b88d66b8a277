import type { IndicatorDefinition } from '../definition.js';
import { REGISTRAR_CERTIFIED_SHARE } from '../families/registers.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...REGISTRAR_CERTIFIED_SHARE,
  id: 'qpu-registrar-certified',
  district: QINGPU,
  order: 107.4,
  names: { zh: '婚姻登记员持证上岗', en: 'marriage registrars with a certificate in force' },
  property: 'text',
  base: null,
  target: { literal: '持证上岗', comparator: 'gte', value: '100', year: 2025 },
  source: qingpuPlan('三（五）', '坚持实施登记员持证上岗'),
};
