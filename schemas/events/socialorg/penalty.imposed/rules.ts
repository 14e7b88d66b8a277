import type { SocialorgPenalty } from '../../../codelists.generated.js';
import type { Rules } from '../../../contract.js';
import type { SocialorgPenaltyImposed } from '../../../payloads.generated.js';
import { socialOrganisationUsci } from '../../../rules/social-organisation.js';

const OF_MONEY: ReadonlySet<SocialorgPenalty> = new Set(['FINE', 'CONFISCATION']);

export const rules: Rules<SocialorgPenaltyImposed> = [
  socialOrganisationUsci(),
  {
    name: 'amount-of-fine',
    pointer: '/data/amountFen',
    zh: '罚款或没收须填金额',
    en: 'a fine or confiscation gives its amount',
    holds: ({ data }) => !OF_MONEY.has(data.kind) || (data.amountFen ?? 0) > 0,
  },
];
