import type { Rules } from '../../../contract.js';
import { wordNumberRules } from '../../../rules/marriage-word-number.js';
import type { MarriageDivorceRegistered } from '../../../payloads.generated.js';

export const rules: Rules<MarriageDivorceRegistered> = [
  ...wordNumberRules<MarriageDivorceRegistered>('L'),
  {
    name: 'marriage-word-number-prefix',
    pointer: '/data/marriageWordNo',
    zh: '婚姻证字号以 J 或 BJ 开头',
    en: 'the word number of a marriage begins with J or BJ',
    holds: ({ data }) => data.marriageWordNo === null || /^B?J/.test(data.marriageWordNo),
  },
  {
    name: 'two-persons',
    pointer: '/data/partyB',
    zh: '双方是两个人',
    en: 'the parties are two persons',
    holds: ({ data }) => data.partyA !== data.partyB,
  },
];
