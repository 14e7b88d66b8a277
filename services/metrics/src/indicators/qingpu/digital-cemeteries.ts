import type { IndicatorDefinition } from '../definition.js';
import { qingpuPlan } from '../plans.js';

/** The plan asks for all four functions in one sentence. */
export const DIGITAL_CEMETERIES: Pick<IndicatorDefinition, 'property' | 'base' | 'target' | 'source'> = {
  property: 'text',
  base: null,
  target: { literal: '100%', comparator: 'gte', value: '100', year: 2025 },
  source: qingpuPlan(
    '三（五）',
    '经营性公墓 100%完成业务信息化办理、祭扫统计监控系统、网上祭奠、网上预约预订',
  ),
};
