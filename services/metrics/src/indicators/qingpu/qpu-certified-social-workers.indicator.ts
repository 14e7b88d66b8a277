import type { IndicatorDefinition } from '../definition.js';
import { DISTRICT_POPULATION } from '../families/population.js';
import { CERTIFIED_SOCIAL_WORKERS } from '../families/community.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...CERTIFIED_SOCIAL_WORKERS,
  id: 'qpu-certified-social-workers',
  district: QINGPU,
  order: 9,
  names: { zh: '持证社会工作者人数', en: 'certified social workers' },
  property: 'expected',
  base: null,
  target: {
    literal: '达到户籍人数 1‰',
    comparator: 'gte',
    value: { of: [DISTRICT_POPULATION('HUKOU_POP')], factor: '0.001' },
    year: 2025,
  },
  source: qingpuPlan('二（四）主要指标', '预期性 人 达到户籍人数 1‰'),
};
