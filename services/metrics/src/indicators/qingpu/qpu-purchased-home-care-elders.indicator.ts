import type { IndicatorDefinition } from '../definition.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  id: 'qpu-purchased-home-care-elders',
  district: QINGPU,
  order: 107,
  names: { zh: '政府购买居家养老服务困难老人', en: 'elders in need served by purchased home care' },
  definition: {
    zh: '当年享受政府购买居家养老服务的老年人数（一人多次核准只计一次；上年核准、当年仍在服务的计入）',
    en: 'Distinct persons served in the calendar year by home care the government buys; grants of earlier years still running count',
  },
  unit: '名',
  decimals: 0,
  kind: 'FLOW-Y',
  property: 'text',
  breakdown: 'street',
  numerator: [{ measure: 'eldercare.homecare-persons-of-year' }],
  denominator: null,
  factor: 1,
  base: { asOf: BASE_DAY, published: '6066', literal: '6066' },
  target: null,
  source: qingpuPlan('一（一）2', '为全区 6066 名困难老人提供了政府购买的居家养老服务'),
};
