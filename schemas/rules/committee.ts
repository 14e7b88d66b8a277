import type { Rule } from '../contract.js';

/** GB 32100: 5 is the civil-affairs authority, which assigns committees their identifier since 2017. */
export const committeeUsci: Rule<{ readonly usci: string | null }> = {
  name: 'usci-of-civil-affairs',
  pointer: '/data/usci',
  zh: '村（居）委会的统一社会信用代码由民政部门赋予，首位为 5',
  en: 'the identifier of a committee is one of civil affairs: it begins with 5',
  holds: ({ data }) => data.usci === null || data.usci.startsWith('5'),
};
