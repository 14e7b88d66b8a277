import type { Rules } from '../../../contract.js';
import type { FundVarianceClosed } from '../../../payloads.generated.js';

export const rules: Rules<FundVarianceClosed> = [
  {
    name: 'recovery-names-amount',
    pointer: '/data/recoveredFen',
    zh: '已追回须填追回金额',
    en: 'what was recovered is named',
    holds: ({ data }) => data.outcome !== 'RECOVERED' || data.recoveredFen !== null,
  },
  {
    name: 'amount-of-recovery',
    pointer: '/data/recoveredFen',
    zh: '只有已追回才填追回金额',
    en: 'only a recovery names an amount',
    holds: ({ data }) => data.outcome === 'RECOVERED' || data.recoveredFen === null,
  },
];
