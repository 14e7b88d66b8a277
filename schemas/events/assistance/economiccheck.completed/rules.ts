import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { AssistanceEconomiccheckCompleted } from '../../../payloads.generated.js';

export const rules: Rules<AssistanceEconomiccheckCompleted> = [
  {
    name: 'result-has-validity',
    pointer: '/data/reportValidTo',
    zh: '核对有结论须填报告有效期',
    en: 'a final result says how long its report may be used',
    holds: ({ data }) => data.result === 'PENDING' || data.reportValidTo !== null,
  },
  {
    name: 'result-has-figures',
    pointer: '/data/incomeFenPerMonth',
    zh: '核对有结论须填家庭收入与财产',
    en: 'a final result gives income and assets',
    holds: ({ data }) =>
      data.result === 'PENDING' || (data.incomeFenPerMonth !== null && data.assetsFen !== null),
  },
  {
    name: 'ends-after-begin',
    pointer: '/data/reportValidTo',
    zh: '报告有效期止不早于出具日',
    en: 'a report does not expire before it is issued',
    holds: ({ data, time }) => data.reportValidTo === null || data.reportValidTo >= dayOf(time),
  },
];
