import { dayOf, monthOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { EldercareHomecareGranted } from '../../../payloads.generated.js';

export const rules: Rules<EldercareHomecareGranted> = [
  {
    name: 'from-month-of-event',
    pointer: '/data/fromMonth',
    zh: '起始月即事件所在月',
    en: 'the month is that of the event',
    holds: ({ data, time }) => data.fromMonth === monthOf(dayOf(time)),
  },
  {
    name: 'grants-something',
    pointer: '/data/hoursPerMonth',
    zh: '服务时数与补贴金额不同时为 0',
    en: 'hours and subsidy are not both 0',
    holds: ({ data }) => data.hoursPerMonth > 0 || data.subsidyFenPerMonth > 0,
  },
];
