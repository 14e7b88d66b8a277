import type { Rules } from '../../../contract.js';
import type { EldercareTimebankRecorded } from '../../../payloads.generated.js';

export const rules: Rules<EldercareTimebankRecorded> = [
  {
    name: 'minutes-not-zero',
    pointer: '/data/minutes',
    zh: '时间币不为 0',
    en: 'an entry is not of 0 minutes',
    holds: ({ data }) => data.minutes !== 0,
  },
  {
    name: 'two-persons',
    pointer: '/data/counterpart',
    zh: '账户人与服务对方是两个人',
    en: 'account holder and counterpart are two persons',
    holds: ({ data }) => data.counterpart !== data.personRef,
  },
];
