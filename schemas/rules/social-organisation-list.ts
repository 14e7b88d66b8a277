import { dayOf } from '@minhai/domain';
import type { Rule, Rules } from '../contract.js';

/**
 * 社会组织信用信息管理办法 (民政部令第60号, 2018). A listing later than its 5 working days is a breach of duty and still a
 * fact: it is accepted here and becomes a finding.
 */
export const listingRules: Rules<{ readonly from: string }> = [
  {
    name: 'entered-after-decision',
    pointer: '/data/from',
    zh: '列入不早于列入决定',
    en: 'an organisation is not entered before the decision',
    holds: ({ data, time }) => data.from <= dayOf(time),
  },
];

export const delistedAfterListing: Rule<{ readonly listedFrom: string }> = {
  name: 'delisted-after-listing',
  pointer: '/data/listedFrom',
  zh: '移出不早于列入决定',
  en: 'an organisation does not leave a list before the decision to enter it',
  holds: ({ data, time }) => data.listedFrom <= dayOf(time),
};
