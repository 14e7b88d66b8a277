import { isBusinessDay, type BusinessDay } from '../time/business-day.js';
import { mod11_2 } from './iso7064.js';

/** GB 11643-1999 citizen identification number, and the 15 digits of GB 11643-1989 that came before it. */
const FORM = /^\d{17}[\dXx]$/;
const FIRST_GENERATION = /^\d{15}$/;
/** The last three digits of 15 that were kept for those born before 1900. */
const BORN_BEFORE_1900 = /99[6-9]$/;

/** What can be wrong with a number. Events carry pseudonyms, so these are no codes of intake; `_WARN` refuses nothing. */
export type CitizenNumberFault = 'ID_FORMAT' | 'ID_CHECK' | 'ID_DATE' | 'ID_REGION_WARN';

export interface CitizenNumberOptions {
  /** A birth after this day is ID_DATE. Without it the future is not judged. */
  readonly on?: BusinessDay | undefined;
  /**
   * Whether a county code existed on the day of birth or later; undefined when that is not known, which warns of
   * nothing. The area is where a person was first registered, often long abolished, so it never refuses.
   */
  readonly isRegionEver?: ((code: string, birthDay: BusinessDay) => boolean | undefined) | undefined;
  /** History loads also bring numbers of the first generation, 15 digits without a check character. */
  readonly history?: boolean | undefined;
}

export interface CitizenNumber {
  /** 18 characters, X in upper case; one of 15 is extended, so that a person has one number. */
  readonly number: string;
  readonly region: string;
  readonly birthDay: BusinessDay;
  readonly sex: 'MALE' | 'FEMALE';
}

/** Everything that is wrong with a number, empty for one in order. A small x is taken for X. */
export function judgeCitizenNumber(
  text: string,
  { on, isRegionEver, history = false }: CitizenNumberOptions = {},
): readonly CitizenNumberFault[] {
  const number = extended(text, history);
  if (number === undefined) return ['ID_FORMAT'];
  const faults: CitizenNumberFault[] = [];
  if (!hasCheckCharacter(number)) faults.push('ID_CHECK');
  const birthDay = birthDayOf(number);
  if (!isBusinessDay(birthDay) || (on !== undefined && birthDay > on)) faults.push('ID_DATE');
  else if (isRegionEver?.(number.slice(0, 6), birthDay) === false) faults.push('ID_REGION_WARN');
  return faults;
}

/** What a number in order says of its bearer; undefined for one that is refused. */
export function readCitizenNumber(
  text: string,
  options: CitizenNumberOptions = {},
): CitizenNumber | undefined {
  if (judgeCitizenNumber(text, options).some((fault) => fault !== 'ID_REGION_WARN')) return undefined;
  const number = extended(text, options.history ?? false)!;
  return {
    number,
    region: number.slice(0, 6),
    birthDay: birthDayOf(number),
    sex: Number(number[16]) % 2 === 1 ? 'MALE' : 'FEMALE',
  };
}

/** True when a text that should name an organisation or a pseudonym is a person's number. */
export function looksLikeCitizenNumber(text: string): boolean {
  const number = text.trim();
  return FORM.test(number) && hasCheckCharacter(number.toUpperCase()) && isBusinessDay(birthDayOf(number));
}

const hasCheckCharacter = (number: string): boolean => mod11_2(number.slice(0, 17)) === number[17];

const birthDayOf = (number: string): string =>
  `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;

/** 18 characters in upper case, undefined when the text has neither form. */
function extended(text: string, history: boolean): string | undefined {
  if (FORM.test(text)) return text.toUpperCase();
  if (!history || !FIRST_GENERATION.test(text)) return undefined;
  const first17 = `${text.slice(0, 6)}${BORN_BEFORE_1900.test(text) ? '18' : '19'}${text.slice(6)}`;
  return first17 + mod11_2(first17);
}
