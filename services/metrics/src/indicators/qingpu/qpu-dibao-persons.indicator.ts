import type { IndicatorDefinition } from '../definition.js';
import { DIBAO_PERSONS } from '../families/dibao.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...DIBAO_PERSONS,
  id: 'qpu-dibao-persons',
  district: QINGPU,
  order: 203,
  source: qingpuPlan('一（一）1', '低保、医疗救助等工作机制日益规范'),
};
