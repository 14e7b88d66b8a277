import type { IndicatorDefinition } from '../definition.js';
import { DIBAO_HOUSEHOLDS } from '../families/dibao.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...DIBAO_HOUSEHOLDS,
  id: 'qpu-dibao-households',
  district: QINGPU,
  order: 204,
  source: qingpuPlan('一（一）1', '低保、医疗救助等工作机制日益规范'),
};
