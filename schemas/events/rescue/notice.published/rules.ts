import type { Rules } from '../../../contract.js';
import { distinctValues } from '../../../rules/distinct.js';
import type { RescueNoticePublished } from '../../../payloads.generated.js';

export const rules: Rules<RescueNoticePublished> = [
  {
    name: 'has-a-channel',
    pointer: '/data/channels',
    zh: '至少有一个公告渠道',
    en: 'a notice is published somewhere',
    holds: ({ data }) => data.channels.length > 0,
  },
  distinctValues('channels'),
];
