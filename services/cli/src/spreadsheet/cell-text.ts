import type { Cell } from './sheet.js';

/** Unicode white space, U+3000 and U+00A0 included, and what spreadsheets leave behind: zero-width space and BOM. */
const EDGES = /^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g;
const ALL_SPACES = /[\s\u200b\ufeff]+/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
const DIGITS_OF_A_DOUBLE = 15;

/** The text of a cell without white space at its ends; a date as `YYYY-MM-DD`, with its time when it has one. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell.replace(EDGES, '');
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (Number.isNaN(cell.getTime())) return '';
  const text = new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
}

/** As a spreadsheet shows it: 15 digits, so 0.1 + 0.2 is 0.3. */
const numberText = (value: number): string =>
  Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(DIGITS_OF_A_DOUBLE)));

export const isBlank = (cell: Cell): boolean => cellText(cell) === '';

/**
 * An identifier as registers write it: NFKC (full-width digits and letters become plain), no white space, one kind of
 * dash. Undefined for a number a spreadsheet can no longer hold exactly: its last digits are lost already.
 */
export function identifierText(cell: Cell): string | undefined {
  if (typeof cell === 'number' && !Number.isSafeInteger(cell)) return undefined;
  return cellText(cell).normalize('NFKC').replace(ALL_SPACES, '').replace(DASHES, '-');
}

/** For comparing headers and words of a sheet: NFKC without any white space. */
export const comparable = (text: string): string => text.normalize('NFKC').replace(ALL_SPACES, '');
