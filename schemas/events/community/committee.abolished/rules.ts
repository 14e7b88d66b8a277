import type { Rules } from '../../../contract.js';
import type { CommunityCommitteeAbolished } from '../../../payloads.generated.js';
import { villageInEnvelope } from '../../../rules/place-of-event.js';

export const rules: Rules<CommunityCommitteeAbolished> = [
  villageInEnvelope,
  {
    name: 'successors-named',
    pointer: '/data/successors',
    zh: '除整体动迁外，须填承接村居',
    en: 'unless all households were relocated, the successors are named',
    holds: ({ data }) => data.reason === 'RELOCATED' || data.successors.length > 0,
  },
  {
    name: 'not-its-own-successor',
    pointer: '/data/successors',
    zh: '承接村居不含被撤销的村居',
    en: 'what is abolished does not succeed itself',
    holds: ({ data }) => !data.successors.includes(data.villageId),
  },
];
