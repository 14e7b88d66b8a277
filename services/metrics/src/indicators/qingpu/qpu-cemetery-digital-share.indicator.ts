import type { IndicatorDefinition } from '../definition.js';
import { CEMETERY_DIGITAL_SHARE } from '../families/registers.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...CEMETERY_DIGITAL_SHARE,
  id: 'qpu-cemetery-digital-share',
  district: QINGPU,
  order: 107.7,
  names: { zh: '经营性公墓信息化', en: 'commercial cemeteries with all four digital functions' },
  property: 'text',
  base: null,
  target: { literal: '100%', comparator: 'gte', value: '100', year: 2025 },
  source: qingpuPlan(
    '三（五）',
    '经营性公墓 100%完成业务信息化办理、祭扫统计监控系统、网上祭奠、网上预约预订',
  ),
};
