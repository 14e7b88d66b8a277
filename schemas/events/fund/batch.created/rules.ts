import type { Rules } from '../../../contract.js';
import { isDistinct } from '../../../rules/distinct.js';
import type { FundBatchCreated } from '../../../payloads.generated.js';
import { streetNamed } from '../../../rules/place-of-event.js';

/** Never empty: the total is at least one fen. */
export const rules: Rules<FundBatchCreated> = [
  {
    name: 'total-of-lines',
    pointer: '/data/totalFen',
    zh: '合计金额等于各行金额之和',
    en: 'the total is the sum of the lines',
    holds: ({ data }) => data.totalFen === data.lines.reduce((sum, { amountFen }) => sum + amountFen, 0),
  },
  {
    name: 'distinct-lines',
    pointer: '/data/lines',
    zh: '行号不重复',
    en: 'no line number occurs twice',
    holds: ({ data }) => isDistinct(data.lines.map(({ line }) => line)),
  },
  {
    name: 'benefit-month-once',
    pointer: '/data/lines',
    zh: '同一待遇的同一月份只列一次',
    en: 'a month of a benefit is paid once',
    holds: ({ data }) =>
      isDistinct(data.lines.map(({ caseId, benefitMonth }) => `${caseId}:${benefitMonth}`)),
  },
  streetNamed,
  {
    name: 'replaces-another',
    pointer: '/data/replacesBatchId',
    zh: '不能替换本批次',
    en: 'a batch does not replace itself',
    holds: ({ data }) => data.replacesBatchId !== data.batchId,
  },
];
