import type { Rules } from '../../../contract.js';
import type { SocialorgContractAwarded } from '../../../payloads.generated.js';
import { socialOrganisationUsci } from '../../../rules/social-organisation.js';

export const rules: Rules<SocialorgContractAwarded> = [
  socialOrganisationUsci(),
  {
    name: 'rating-as-required',
    pointer: '/data/rating',
    zh: '要求3A及以上的，签约时有效评估等级不低于3A',
    en: 'where the tender asks for 3A, the organisation has 3A or above',
    holds: ({ data }) => !data.ratingRequired || (data.rating !== null && data.rating >= 'A3'),
  },
];
