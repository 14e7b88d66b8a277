import type { IndicatorDefinition } from '../definition.js';
import { CEMETERY_DIGITAL_SHARE } from '../families/registers.js';
import { QINGPU } from '../plans.js';
import { DIGITAL_CEMETERIES } from './digital-cemeteries.js';

export const indicator: IndicatorDefinition = {
  ...CEMETERY_DIGITAL_SHARE,
  id: 'qpu-cemetery-digital-share',
  district: QINGPU,
  order: 107.7,
  names: { zh: '经营性公墓信息化', en: 'commercial cemeteries with all four digital functions' },
  ...DIGITAL_CEMETERIES,
};
