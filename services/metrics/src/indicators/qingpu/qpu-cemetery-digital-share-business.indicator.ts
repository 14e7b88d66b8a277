import type { IndicatorDefinition } from '../definition.js';
import { cemeteryFunctionShare } from '../families/registers.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...cemeteryFunctionShare('BUSINESS', { zh: '业务信息化办理', en: 'digital handling of their business' }),
  id: 'qpu-cemetery-digital-share-business',
  district: QINGPU,
  order: 107.71,
  property: 'text',
  base: null,
  target: { literal: '100%', comparator: 'gte', value: '100', year: 2025 },
  source: qingpuPlan(
    '三（五）',
    '经营性公墓 100%完成业务信息化办理、祭扫统计监控系统、网上祭奠、网上预约预订',
  ),
};
