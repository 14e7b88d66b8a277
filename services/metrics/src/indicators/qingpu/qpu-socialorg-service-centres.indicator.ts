import type { IndicatorDefinition } from '../definition.js';
import { REPORTED_VALUE } from '../families/reported.js';
import { BASE_DAY, QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...REPORTED_VALUE({
    id: 'qpu-socialorg-service-centres',
    about: {
      zh: '区级与街镇社会组织服务中心数',
      en: 'Service centres for social organisations, of the district and of its 街镇',
    },
    unit: '个',
    reportedIn: 'PLACE',
  }),
  district: QINGPU,
  order: 105,
  names: { zh: '社会组织服务中心', en: 'service centres for social organisations' },
  base: { asOf: BASE_DAY, published: '12', literal: '1+11' },
  target: null,
  source: qingpuPlan('一（一）4', '区级社会组织服务中心和 11 个街镇服务中心'),
};
