import { requireSize, SpreadsheetError, type Cell, type Sheet } from './sheet.js';
import { packZip, unpackZip, type ZipPart } from './zip.js';

const IS_XML = /\.(xml|rels)$/;
const IS_WORKSHEET = /^xl\/worksheets\/[^/]+\.xml$/;

/**
 * One sheet of an xlsx workbook, the first without a name. Only the parts that were unpacked within the limits are
 * handed to the library, in a new archive, so nothing in the file can make it inflate or allocate more.
 * Merged cells hold their value in the first cell, the others are null.
 */
export async function readXlsx(bytes: Buffer, sheetName: string | undefined): Promise<Sheet> {
  const parts = unpackZip(bytes, (path) => IS_XML.test(path));
  for (const part of parts) if (IS_WORKSHEET.test(part.path)) requireExtent(part);
  const { readSheet } = await import('read-excel-file/node');
  let data: unknown;
  try {
    data = await readSheet(packZip(parts), sheetName ?? 1, { trim: false });
  } catch (error) {
    throw explained(error as Error & { sheets?: readonly string[] });
  }
  const rows = data as readonly (readonly Cell[])[];
  return {
    format: 'xlsx',
    encoding: undefined,
    delimiter: ',',
    rows: rows.map((cells, i) => ({ number: i + 1, cells })),
  };
}

/** A single cell far out makes the library lay out every row and column before it. */
function requireExtent({ bytes }: ZipPart): void {
  for (const [, letters, row] of bytes.toString('latin1').matchAll(/\sr=["']([A-Z]*)(\d+)["']/g))
    requireSize(Number(row), columnNumber(letters!));
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

function explained(error: Error & { sheets?: readonly string[] }): Error {
  if (error.name === 'SheetNotFoundError')
    return new SpreadsheetError(`there is no such sheet; the file has ${(error.sheets ?? []).join('、')}`, {
      cause: error,
    });
  // Messages about cells quote their text, and the text may name a person.
  return new SpreadsheetError(
    'the .xlsx file cannot be read; open it in a spreadsheet program and save it again',
    {
      cause: error,
    },
  );
}
