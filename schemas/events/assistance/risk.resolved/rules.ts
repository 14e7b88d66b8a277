import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { AssistanceRiskResolved } from '../../../payloads.generated.js';

const CASE_OUTCOMES: ReadonlySet<string> = new Set(['RELIEF_APPLIED', 'BENEFIT_CHANGED']);

export const rules: Rules<AssistanceRiskResolved> = [
  {
    name: 'relief-names-case',
    pointer: '/data/caseId',
    zh: '转入申请或调整待遇须填救助个案编号',
    en: 'an application or a changed benefit names its case',
    holds: ({ data }) => !CASE_OUTCOMES.has(data.outcome) || data.caseId !== null,
  },
  {
    name: 'verified-before-outcome',
    pointer: '/data/verifiedOn',
    zh: '入户核实不晚于处置',
    en: 'it is verified before it is resolved',
    holds: ({ data, time }) => data.verifiedOn === null || data.verifiedOn <= dayOf(time),
  },
];
