import type { IndicatorDefinition } from '../definition.js';
import { PROFESSIONAL_OPERATOR_SHARE } from '../families/community-facilities.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...PROFESSIONAL_OPERATOR_SHARE,
  id: 'qpu-professional-operator-share',
  district: QINGPU,
  order: 113,
  names: {
    zh: '专业社会主体运营的养老服务设施占比',
    en: 'share of facilities run by professional organisations',
  },
  property: 'text',
  base: null,
  target: { literal: '60%以上', comparator: 'gte', value: '60', year: 2025 },
  source: qingpuPlan('三（二）', '60%以上的养老服务设施交由专业的社会主体运营'),
};
