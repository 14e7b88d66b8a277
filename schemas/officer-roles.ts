import type { Rule } from './contract.js';

/** Who takes an application does not decide it. Roles in several events are compared where their history is known. */
export function approverNotAcceptor<
  Data extends { readonly approver: string; readonly acceptor: string | null },
>(): Rule<Data> {
  return {
    name: 'approver-not-acceptor',
    pointer: '/data/approver',
    zh: '审批人与受理人不是同一人',
    en: 'who takes the application does not decide it',
    holds: ({ data }) => data.approver !== data.acceptor,
  };
}
