import type { Rules } from '../../../contract.js';
import type { SocialorgDishonestDelisted } from '../../../payloads.generated.js';
import { socialOrganisationUsci } from '../../../rules/social-organisation.js';
import { delistedAfterListing } from '../../../rules/social-organisation-list.js';

export const rules: Rules<SocialorgDishonestDelisted> = [
  socialOrganisationUsci(),
  delistedAfterListing,
  {
    name: 'not-moved-to-itself',
    pointer: '/data/reason',
    zh: '移出严重违法失信名单的原因不是转入该名单',
    en: 'who leaves this list is not moved to it',
    holds: ({ data }) => data.reason !== 'MOVED_TO_DISHONEST',
  },
];
