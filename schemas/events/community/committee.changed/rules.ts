import type { Rules } from '../../../contract.js';
import { committeeUsci } from '../../../rules/committee.js';
import type { CommunityCommitteeChanged } from '../../../payloads.generated.js';
import { villageInEnvelope } from '../../../rules/place-of-event.js';
import { renamedGivesName } from '../../../rules/change.js';

/** The reason says which field must carry the new value. */
export const rules: Rules<CommunityCommitteeChanged> = [
  villageInEnvelope,
  committeeUsci,
  renamedGivesName,
  {
    name: 'converted-gives-kind',
    pointer: '/data/kind',
    zh: '类型变更须填新类型',
    en: 'a conversion gives the new kind',
    holds: ({ data }) => data.reason !== 'CONVERTED' || data.kind !== null,
  },
  {
    name: 'assigned-gives-usci',
    pointer: '/data/usci',
    zh: '赋码或换码须填新统一社会信用代码',
    en: 'an assignment gives the new identifier',
    holds: ({ data }) => data.reason !== 'USCI_ASSIGNED' || data.usci !== null,
  },
];
