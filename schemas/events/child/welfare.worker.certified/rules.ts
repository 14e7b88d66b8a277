import type { Rules } from '../../../contract.js';
import type { ChildWelfareWorkerCertified } from '../../../payloads.generated.js';
import { endsAfterEvent } from '../../../rules/event-day.js';

export const rules: Rules<ChildWelfareWorkerCertified> = [
  {
    name: 'community-post-names-street',
    pointer: '/streetid',
    zh: '儿童督导员、儿童主任须填街镇',
    en: 'a post outside institutions is in a street',
    holds: ({ data, streetId }) => data.post === 'INSTITUTION' || streetId !== undefined,
  },
  {
    name: 'institution-post-names-institution',
    pointer: '/data/institutionId',
    zh: '儿童福利机构岗位须填机构编号',
    en: 'a post in an institution names it',
    holds: ({ data }) => data.post !== 'INSTITUTION' || data.institutionId !== null,
  },
  endsAfterEvent,
];
