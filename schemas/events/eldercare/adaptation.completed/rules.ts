import type { Rules } from '../../../contract.js';
import type { EldercareAdaptationCompleted } from '../../../payloads.generated.js';

export const rules: Rules<EldercareAdaptationCompleted> = [
  {
    name: 'costs-something',
    pointer: '/data/govFen',
    zh: '三方金额不同时为 0',
    en: 'the three shares are not all 0',
    holds: ({ data }) => data.govFen + data.enterpriseFen + data.familyFen > 0,
  },
];
