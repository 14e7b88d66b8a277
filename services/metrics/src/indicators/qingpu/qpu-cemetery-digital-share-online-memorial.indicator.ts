import type { IndicatorDefinition } from '../definition.js';
import { cemeteryFunctionShare } from '../families/registers.js';
import { QINGPU } from '../plans.js';
import { DIGITAL_CEMETERIES } from './digital-cemeteries.js';

export const indicator: IndicatorDefinition = {
  ...cemeteryFunctionShare('ONLINE_MEMORIAL', { zh: '网上祭奠', en: 'online memorials' }),
  id: 'qpu-cemetery-digital-share-online-memorial',
  district: QINGPU,
  order: 107.73,
  ...DIGITAL_CEMETERIES,
};
