import type { Rules } from '../../../contract.js';
import { isDistinct, distinctValues } from '../../../rules/distinct.js';
import type { AssistanceApplicationSubmitted } from '../../../payloads.generated.js';

export const rules: Rules<AssistanceApplicationSubmitted> = [
  {
    name: 'one-applicant',
    pointer: '/data/members',
    zh: '家庭成员中有且只有一名申请人本人',
    en: 'exactly one member is the applicant',
    holds: ({ data }) => data.members.filter(({ relation }) => relation === 'SELF').length === 1,
  },
  {
    name: 'distinct-members',
    pointer: '/data/members',
    zh: '家庭成员不重复',
    en: 'no member occurs twice',
    holds: ({ data }) => isDistinct(data.members.map(({ personRef }) => personRef)),
  },
  distinctValues('proofs'),
];
