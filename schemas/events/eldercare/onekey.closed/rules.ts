import type { Rules } from '../../../contract.js';
import type { EldercareOnekeyClosed } from '../../../payloads.generated.js';

export const rules: Rules<EldercareOnekeyClosed> = [
  {
    name: 'unanswered-has-no-response',
    pointer: '/data/responseSeconds',
    zh: '未接通的呼叫不填应答用时',
    en: 'an unanswered call has no time of answer',
    holds: ({ data }) => data.outcome !== 'UNANSWERED' || data.responseSeconds === null,
  },
];
