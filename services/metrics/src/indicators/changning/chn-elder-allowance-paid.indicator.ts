import type { IndicatorDefinition } from '../definition.js';
import { BASE_DAY, CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  id: 'chn-elder-allowance-paid',
  district: CHANGNING,
  order: 107,
  names: { zh: '老年人综合津贴发放额', en: 'elder allowances paid in the five-year plan' },
  definition: {
    zh: '五年规划期内累计发放的老年综合津贴（逐笔发放与月度汇总合计，同一月份只按一种方式报送）',
    en: 'Elder allowances paid since the five-year plan began: single payments and monthly reports, a month being published one way or the other',
  },
  unit: '亿元',
  decimals: 2,
  kind: 'FLOW-P',
  property: 'text',
  breakdown: 'street',
  numerator: [{ measure: 'eldercare.allowance-paid' }],
  denominator: null,
  factor: 1,
  base: { asOf: BASE_DAY, published: '11.12', literal: '11.12' },
  target: null,
  source: changningPlan('一（一）发展基础', '发放老年人综合津贴 11.12 亿元'),
};
