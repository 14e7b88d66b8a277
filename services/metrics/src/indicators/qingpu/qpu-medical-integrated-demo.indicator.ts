import type { IndicatorDefinition } from '../definition.js';
import { REPORTED_VALUE } from '../families/reported.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...REPORTED_VALUE({
    id: 'qpu-medical-integrated-demo',
    about: {
      zh: '医养结合示范养老机构数',
      en: 'Demonstration institutions that integrate medical and elder care',
    },
    unit: '家',
    reportedIn: 'ORGANISATION',
  }),
  district: QINGPU,
  order: 143,
  names: { zh: '医养结合示范养老机构', en: 'demonstration institutions of medical and elder care' },
  base: null,
  target: { literal: '7~8 家', comparator: 'range', value: '7', upper: '8', year: 2025 },
  source: qingpuPlan('三（二）1', '打造 7~8 家医养结合示范养老机构'),
};
