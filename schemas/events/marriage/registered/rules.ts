import type { Rules } from '../../../contract.js';
import { wordNumberRules } from '../../../rules/marriage-word-number.js';
import type { MarriageRegistered } from '../../../payloads.generated.js';

export const rules: Rules<MarriageRegistered> = [
  ...wordNumberRules<MarriageRegistered>('J'),
  {
    name: 'two-persons',
    pointer: '/data/partyB',
    zh: '双方是两个人',
    en: 'the parties are two persons',
    holds: ({ data }) => data.partyA !== data.partyB,
  },
];
