/** 婚姻登记证字号: 结婚 J, 离婚 L, 补领 BJ and BL; office (GB/T 2260) – year of issue – sequence of the year. */
export interface MarriageWordNumber {
  readonly prefix: 'J' | 'L' | 'BJ' | 'BL';
  readonly office: string;
  readonly year: number;
  readonly sequence: number;
}

const FORM = /^(J|L|BJ|BL)(\d{6})-(\d{4})-(\d{6})$/;

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
