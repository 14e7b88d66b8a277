import { dayOf, deadlineOf } from '@minhai/domain';
import type { Rule, Rules } from './contract.js';

/** 社会组织信用信息管理办法 (民政部令第60号, 2018): who is to be listed is listed within 5 working days. */
export const listingRules: Rules<{ readonly from: string }> = [
  {
    name: 'entered-after-decision',
    pointer: '/data/from',
    zh: '列入不早于列入决定',
    en: 'an organisation is not entered before the decision',
    holds: ({ data, time }) => data.from <= dayOf(time),
  },
  {
    name: 'entered-within-5-working-days',
    pointer: '/data/from',
    zh: '自列入决定之日起 5 个工作日内列入',
    en: 'an organisation is entered within 5 working days of the decision',
    holds: ({ data, time }) => {
      const last = deadlineOf('CREDIT_LISTING', data.from);
      return last === undefined || dayOf(time) <= last;
    },
  },
];

export const delistedAfterListing: Rule<{ readonly listedFrom: string }> = {
  name: 'delisted-after-listing',
  pointer: '/data/listedFrom',
  zh: '移出不早于列入决定',
  en: 'an organisation does not leave a list before the decision to enter it',
  holds: ({ data, time }) => data.listedFrom <= dayOf(time),
};
