import type { Rules } from '../../../contract.js';
import type { FundDisbursementReturned } from '../../../payloads.generated.js';

export const rules: Rules<FundDisbursementReturned> = [
  {
    name: 'returned-within-paid',
    pointer: '/data/returnedFen',
    zh: '退回金额不超过支付金额',
    en: 'no more comes back than was paid',
    holds: ({ data }) => data.returnedFen <= data.paidFen,
  },
];
