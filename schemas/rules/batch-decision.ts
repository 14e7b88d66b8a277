import type { Rules } from '../contract.js';

interface BatchDecision {
  readonly decision: 'APPROVED' | 'SENT_BACK';
  readonly objection: string | null;
}

/** Street and district decide on a batch in the same form: what is sent back says why. */
export const batchDecisionRules: Rules<BatchDecision> = [
  {
    name: 'sent-back-names-objection',
    pointer: '/data/objection',
    zh: '退回须填退回原因',
    en: 'a batch that is sent back names the objection',
    holds: ({ data }) => data.decision !== 'SENT_BACK' || data.objection !== null,
  },
  {
    name: 'objection-of-sent-back',
    pointer: '/data/objection',
    zh: '只有退回才填退回原因',
    en: 'only a batch that is sent back names an objection',
    holds: ({ data }) => data.decision === 'SENT_BACK' || data.objection === null,
  },
];
