import { cellText, comparable, isBlank } from '../../../spreadsheet/cell-text.js';
import type { Cell } from '../../../spreadsheet/sheet.js';
import type { Condition } from '../mapping/mapping.js';
import { readDecimal } from '../values/numbers.js';
import { isSameWord } from '../values/read-value.js';

const ANY_NUMBER = { units: ['张', '人', '户', '元', '个'], multiply: 1 };

/** True when the row fulfils a condition of the mapping. */
export function holds(condition: Condition, row: { cell(header: string): Cell }): boolean {
  const cell = row.cell(condition.column);
  const words = (given: Condition['is']) => (Array.isArray(given) ? given : [given!]);
  if (condition.is !== undefined) return words(condition.is).some((word) => isSameWord(cell, word));
  if (condition.isNot !== undefined) return words(condition.isNot).every((word) => !isSameWord(cell, word));
  if (condition.blank !== undefined) return isBlank(cell) === condition.blank;
  if (condition.above !== undefined) {
    const number = readDecimal(cell, ANY_NUMBER);
    // What cannot be read counts as a number: reading it for the event then tells the row’s problem.
    return number === undefined ? !isBlank(cell) : Number(number) > condition.above;
  }
  return new RegExp(condition.matches!, 'u').test(comparable(cellText(cell)));
}
