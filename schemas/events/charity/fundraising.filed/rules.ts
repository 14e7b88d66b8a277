import type { Rules } from '../../../contract.js';
import type { CharityFundraisingFiled } from '../../../payloads.generated.js';

export const rules: Rules<CharityFundraisingFiled> = [
  {
    name: 'qualified-or-with-partner',
    pointer: '/data/partnerUsci',
    zh: '不具有公开募捐资格的，须与具有资格的慈善组织合作',
    en: 'public fundraising takes the qualification, or a partner that has it',
    holds: ({ data }) => data.qualification === 'PUBLIC' || data.partnerUsci !== null,
  },
  {
    name: 'partner-is-another',
    pointer: '/data/partnerUsci',
    zh: '合作组织不是备案组织本身',
    en: 'the partner is another organisation',
    holds: ({ data }) => data.partnerUsci !== data.usci,
  },
  {
    name: 'ends-after-begin',
    pointer: '/data/endsOn',
    zh: '募捐结束不早于开始',
    en: 'a fundraising does not end before it starts',
    holds: ({ data }) => data.endsOn >= data.startsOn,
  },
];
