import type { IndicatorDefinition } from '../definition.js';
import { cemeteryFunctionShare } from '../families/registers.js';
import { QINGPU } from '../plans.js';
import { DIGITAL_CEMETERIES } from './digital-cemeteries.js';

export const indicator: IndicatorDefinition = {
  ...cemeteryFunctionShare('MEMORIAL_MONITORING', {
    zh: '祭扫统计监控',
    en: 'counting and monitoring of visits',
  }),
  id: 'qpu-cemetery-digital-share-memorial-monitoring',
  district: QINGPU,
  order: 107.72,
  ...DIGITAL_CEMETERIES,
};
