import type { Rule } from '../contract.js';

/** Roles that appear in different events are compared where their history is known, not here. */
export const approverNotAcceptor: Rule<{ readonly approver: string; readonly acceptor: string | null }> = {
  name: 'approver-not-acceptor',
  pointer: '/data/approver',
  zh: '审批人与受理人不是同一人',
  en: 'who takes the application does not decide it',
  holds: ({ data }) => data.approver !== data.acceptor,
};
