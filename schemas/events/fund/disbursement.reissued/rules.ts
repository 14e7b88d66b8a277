import type { Rules } from '../../../contract.js';
import type { FundDisbursementReissued } from '../../../payloads.generated.js';

export const rules: Rules<FundDisbursementReissued> = [
  {
    name: 'another-transaction',
    pointer: '/data/bankRef',
    zh: '补发流水号与退款流水号不同',
    en: 'paying again is another transaction than the return',
    holds: ({ data }) => data.bankRef !== data.returnRef,
  },
];
