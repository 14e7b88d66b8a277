import type { IndicatorDefinition } from '../definition.js';
import { REPORTED_IN_PLAN } from '../families/reported.js';
import { CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...REPORTED_IN_PLAN({
    id: 'chn-digital-skills-training',
    about: {
      zh: '五年规划期内长者智能技术运用提升行动惠及人次，规划只有全市目标，未给出本区份额',
      en: 'Times elders were trained in digital skills in the plan period; the plan gives a target of the city alone',
    },
    unit: '人次',
    reportedIn: 'PERSON_TIME',
  }),
  district: CHANGNING,
  order: 126,
  names: { zh: '长者智能技术运用提升', en: 'digital skills of elders' },
  base: null,
  target: null,
  source: changningPlan('三（二）社会福利服务体系', '百万人次长者智能技术运用提升行动'),
};
