import type { IndicatorDefinition } from '../definition.js';
import { cemeteryFunctionShare } from '../families/registers.js';
import { QINGPU } from '../plans.js';
import { DIGITAL_CEMETERIES } from './digital-cemeteries.js';

export const indicator: IndicatorDefinition = {
  ...cemeteryFunctionShare('ONLINE_BOOKING', { zh: '网上预约预订', en: 'online booking' }),
  id: 'qpu-cemetery-digital-share-online-booking',
  district: QINGPU,
  order: 107.74,
  ...DIGITAL_CEMETERIES,
};
