import { DIVORCE_WAITING_FROM, dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import { isOfMarriage } from '../../../rules/marriage-certificate.js';
import { wordNumberRules } from '../../../rules/marriage-word-number.js';
import type { MarriageDivorceRegistered } from '../../../payloads.generated.js';

export const rules: Rules<MarriageDivorceRegistered> = [
  ...wordNumberRules<MarriageDivorceRegistered>('L'),
  {
    name: 'marriage-word-number-prefix',
    pointer: '/data/marriageWordNo',
    zh: '婚姻证字号以 J 或 BJ 开头',
    en: 'the word number of a marriage begins with J or BJ',
    holds: ({ data }) => data.marriageWordNo === null || isOfMarriage(data.marriageWordNo),
  },
  {
    name: 'application-from-2021',
    pointer: '/data/applicationNo',
    zh: '2021 年 1 月 1 日起登记离婚须填离婚申请编号',
    en: 'a divorce registered from 2021-01-01 on names its application',
    holds: ({ data, time }) =>
      data.kind !== 'REGISTERED' || data.applicationNo !== null || dayOf(time) < DIVORCE_WAITING_FROM,
  },
  {
    name: 'two-persons',
    pointer: '/data/partyB',
    zh: '双方是两个人',
    en: 'the parties are two persons',
    holds: ({ data }) => data.partyA !== data.partyB,
  },
];
