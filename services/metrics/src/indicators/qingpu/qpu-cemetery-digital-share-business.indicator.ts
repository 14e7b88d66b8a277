import type { IndicatorDefinition } from '../definition.js';
import { cemeteryFunctionShare } from '../families/registers.js';
import { QINGPU } from '../plans.js';
import { DIGITAL_CEMETERIES } from './digital-cemeteries.js';

export const indicator: IndicatorDefinition = {
  ...cemeteryFunctionShare('BUSINESS', { zh: '业务信息化办理', en: 'digital handling of their business' }),
  id: 'qpu-cemetery-digital-share-business',
  district: QINGPU,
  order: 107.71,
  ...DIGITAL_CEMETERIES,
};
