import { readFileSync, statSync } from 'node:fs';
import type { TextEncoding } from './decode-text.js';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import { SHEET_LIMITS, SpreadsheetError, type Sheet } from './sheet.js';

export interface ReadSheetOptions {
  /** Of an xlsx workbook; the first one without it. */
  readonly sheet: string | undefined;
  readonly encoding: TextEncoding;
  readonly delimiter: string;
}

const ZIP = Buffer.from('PK\u0003\u0004');
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** Reads a .csv or .xlsx file, told apart by its bytes and not its name. Throws SpreadsheetError that says what is wrong. */
export async function readSheetFile(file: string, options: ReadSheetOptions): Promise<Sheet> {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new SpreadsheetError('no such file');
  if (size > SHEET_LIMITS.fileBytes)
    throw new SpreadsheetError(
      `the file is larger than ${SHEET_LIMITS.fileBytes / 1024 / 1024} MiB; split it`,
    );
  const bytes = readFileSync(file);
  if (bytes.subarray(0, 4).equals(ZIP)) return readXlsx(bytes, options.sheet);
  if (bytes.subarray(0, 4).equals(OLE))
    throw new SpreadsheetError(
      'an old .xls file, or one with a password; save it as .xlsx without a password and try again',
    );
  return readCsv(bytes, options);
}
