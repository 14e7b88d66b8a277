import type { Rules } from '../../../contract.js';
import type { EldercareOnekeyClosed } from '../../../payloads.generated.js';

export const rules: Rules<EldercareOnekeyClosed> = [
  {
    name: 'served-was-answered',
    pointer: '/data/responseSeconds',
    zh: '已办结或转办的呼叫须填应答用时',
    en: 'a call that was served or referred says how soon it was answered',
    holds: ({ data }) =>
      (data.outcome !== 'SERVED' && data.outcome !== 'REFERRED') || data.responseSeconds !== null,
  },
  {
    name: 'unanswered-has-no-response',
    pointer: '/data/responseSeconds',
    zh: '未接通的呼叫不填应答用时',
    en: 'an unanswered call has no time of answer',
    holds: ({ data }) => data.outcome !== 'UNANSWERED' || data.responseSeconds === null,
  },
];
