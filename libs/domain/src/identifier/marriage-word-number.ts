import type { BusinessDay } from '../time/business-day.js';

/** 婚姻登记证字号: 结婚 J, 离婚 L, 补领 BJ and BL; office (GB/T 2260) – year of issue – sequence of the year. */
export interface MarriageWordNumber {
  readonly prefix: 'J' | 'L' | 'BJ' | 'BL';
  readonly office: string;
  readonly year: number;
  readonly sequence: number;
}

const FORM = /^(J|L|BJ|BL)(\d{6})-(\d{4})-(\d{6})$/;

/** Certificates of marriages before the rules of 2003 bear numbers of many forms, such as 沪长婚字第0123号 or （98）青结字第45号. */
const FORMER = /^(?!.*\d{13})[\p{Script=Han}\d()（）〔〕-]{1,24}字第?\d{1,12}号$/u;

/** Events from this day on issue numbers of the present form only; the old ones stay valid for who holds them. */
export const FORMER_MARRIAGE_NUMBERS_UNTIL: BusinessDay = '2003-12-31';

export const isFormerMarriageNumber = (text: string): boolean => FORMER.test(text);

export function parseMarriageWordNumber(text: string): MarriageWordNumber | undefined {
  const match = FORM.exec(text);
  if (!match) return undefined;
  return {
    prefix: match[1] as MarriageWordNumber['prefix'],
    office: match[2]!,
    year: Number(match[3]),
    sequence: Number(match[4]),
  };
}

export const formatMarriageWordNumber = (number: MarriageWordNumber): string =>
  `${number.prefix}${number.office}-${number.year}-${String(number.sequence).padStart(6, '0')}`;
