import type { Rules } from '../../../contract.js';
import type { EldercareHomecareGranted } from '../../../payloads.generated.js';
import { fromMonthOfEvent } from '../../../rules/benefit-month.js';

export const rules: Rules<EldercareHomecareGranted> = [
  fromMonthOfEvent,
  {
    name: 'grants-something',
    pointer: '/data/hoursPerMonth',
    zh: '服务时数与补贴金额不同时为 0',
    en: 'hours and subsidy are not both 0',
    holds: ({ data }) => data.hoursPerMonth > 0 || data.subsidyFenPerMonth > 0,
  },
];
