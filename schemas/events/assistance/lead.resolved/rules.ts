import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { AssistanceLeadResolved } from '../../../payloads.generated.js';

export const rules: Rules<AssistanceLeadResolved> = [
  {
    name: 'applied-names-case',
    pointer: '/data/caseId',
    zh: '已申请须填救助个案编号',
    en: 'a lead that led to an application names its case',
    holds: ({ data }) => data.outcome !== 'APPLIED' || data.caseId !== null,
  },
  {
    name: 'visited-before-outcome',
    pointer: '/data/visitedOn',
    zh: '首次走访不晚于办结',
    en: 'the first visit is not after the outcome',
    holds: ({ data, time }) => data.visitedOn === null || data.visitedOn <= dayOf(time),
  },
];
