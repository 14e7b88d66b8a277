import {
  FORMER_MARRIAGE_NUMBERS_UNTIL,
  dayOf,
  parseMarriageWordNumber,
  yearOf,
  type MarriageWordNumber,
} from '@minhai/domain';
import type { Rules } from '../contract.js';

/**
 * A certificate's word number carries its kind, its office and the year of issue, and the event must agree with all
 * three. A number of a former form carries none of them, and was issued before 2004.
 */
export function wordNumberRules<Data extends { readonly certWordNo: string; readonly officeRegion: string }>(
  ...prefixes: readonly MarriageWordNumber['prefix'][]
): Rules<Data> {
  const pointer = '/data/certWordNo';
  return [
    {
      name: 'word-number-prefix',
      pointer,
      zh: `证字号以 ${prefixes.join(' 或 ')} 开头`,
      en: `the word number begins with ${prefixes.join(' or ')}`,
      holds: ({ data }) => {
        const number = parseMarriageWordNumber(data.certWordNo);
        return number === undefined || prefixes.includes(number.prefix);
      },
    },
    {
      name: 'word-number-office',
      pointer,
      zh: '证字号中的机关代码与登记机关一致',
      en: 'the word number carries the code of the office',
      holds: ({ data }) => {
        const number = parseMarriageWordNumber(data.certWordNo);
        return number === undefined || number.office === data.officeRegion;
      },
    },
    {
      name: 'word-number-year',
      pointer,
      zh: '证字号中的年份与登记年份一致（2004 年以前的旧字号除外）',
      en: 'the word number carries the year of the event; only those before 2004 may carry none',
      holds: ({ data, time }) => {
        const number = parseMarriageWordNumber(data.certWordNo);
        const day = dayOf(time);
        return number === undefined ? day <= FORMER_MARRIAGE_NUMBERS_UNTIL : number.year === yearOf(day);
      },
    },
  ];
}
