import { dayOf, parseMarriageWordNumber, yearOf } from '@minhai/domain';
import type { Rules } from '../contract.js';

/** False for a certificate of divorce; a number of a former form does not tell. */
export const isOfMarriage = (wordNo: string): boolean => !/^B?L/.test(wordNo);

/** For events about a marriage that exists: its certificate is one of a marriage and no younger than the event. */
export const marriageCertificateRules: Rules<{ readonly certWordNo: string }> = [
  {
    name: 'marriage-word-number-prefix',
    pointer: '/data/certWordNo',
    zh: '结婚证字号以 J 或 BJ 开头',
    en: 'the word number of a marriage begins with J or BJ',
    holds: ({ data }) => isOfMarriage(data.certWordNo),
  },
  {
    name: 'marriage-before-event',
    pointer: '/data/certWordNo',
    zh: '结婚证字号中的年份不晚于事件年份',
    en: 'the certificate was not issued in a year after the event',
    holds: ({ data, time }) => {
      const number = parseMarriageWordNumber(data.certWordNo);
      return number === undefined || number.year <= yearOf(dayOf(time));
    },
  },
];
