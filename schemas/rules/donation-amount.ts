import type { Rule } from '../contract.js';

/** Money, goods or both; a refund is a void, never a negative amount. */
export const amountGiven: Rule<{ readonly cashFen: number; readonly inKindFen: number }> = {
  name: 'amount-given',
  pointer: '/data/cashFen',
  zh: '货币资金与非货币财产价值不同时为 0',
  en: 'money and goods are not both 0',
  holds: ({ data }) => data.cashFen + data.inKindFen > 0,
};
