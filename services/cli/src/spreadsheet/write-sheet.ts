import { writeFileSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import type { SheetData } from 'write-excel-file/node';
import { cellText } from './cell-text.js';
import type { Cell, Sheet } from './sheet.js';

const UTF8_BOM = '\ufeff';
const DAY_MS = 86_400_000;

/**
 * Writes a table in the format of the sheet it came from. CSV is UTF-8 with a byte-order mark, which spreadsheet
 * programs need to recognise it.
 */
export async function writeSheetFile(
  file: string,
  rows: readonly (readonly Cell[])[],
  like: Pick<Sheet, 'format' | 'delimiter'>,
): Promise<void> {
  if (like.format === 'csv') {
    const texts = rows.map((cells) => cells.map(cellOfCsv));
    writeFileSync(file, UTF8_BOM + stringify(texts, { delimiter: like.delimiter, record_delimiter: '\r\n' }));
    return;
  }
  const { default: writeXlsx } = await import('write-excel-file/node');
  const data = rows.map((cells) => cells.map(cellOfXlsx));
  await writeXlsx(data as SheetData).toFile(file);
}

/** Original texts stay as they are, spaces included. */
const cellOfCsv = (cell: Cell): string => (typeof cell === 'string' ? cell : cellText(cell));

function cellOfXlsx(cell: Cell): unknown {
  if (typeof cell === 'string') return { value: cell, type: String };
  if (!(cell instanceof Date)) return cell;
  const hasTime = cell.getTime() % DAY_MS !== 0;
  return { value: cell, type: Date, format: hasTime ? 'yyyy-mm-dd hh:mm:ss' : 'yyyy-mm-dd' };
}
