import { isBusinessDay } from '../time/business-day.js';

/** GB 11643-1999 citizen identification number. */
const FORM = /^\d{17}[\dX]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

export type CitizenNumberVerdict = 'valid' | 'form' | 'date' | 'check';

export function judgeCitizenNumber(text: string): CitizenNumberVerdict {
  const number = text.toUpperCase();
  if (!FORM.test(number)) return 'form';
  if (!isBusinessDay(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`)) return 'date';
  const sum = WEIGHTS.reduce((total, weight, i) => total + Number(number[i]) * weight, 0);
  return '10X98765432'[sum % 11] === number[17] ? 'valid' : 'check';
}

/** True when a text that should name an organisation or a pseudonym is a person's number. */
export const looksLikeCitizenNumber = (text: string): boolean => judgeCitizenNumber(text.trim()) === 'valid';
