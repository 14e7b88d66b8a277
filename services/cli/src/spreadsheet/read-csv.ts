import { CsvError, parse } from 'csv-parse/sync';
import { decodeText, type TextEncoding } from './decode-text.js';
import { requireSize, SpreadsheetError, type Sheet } from './sheet.js';

export interface CsvOptions {
  readonly encoding: TextEncoding;
  readonly delimiter: string;
}

/** A CSV file as a sheet: quoted fields with line breaks, rows of different length and empty rows are all kept. */
export function readCsv(bytes: Uint8Array, { encoding, delimiter }: CsvOptions): Sheet {
  const decoded = decodeText(bytes, encoding);
  const records = parseRecords(decoded.text, delimiter);
  requireSize(
    records.length,
    records.reduce((most, { length }) => Math.max(most, length), 0),
  );
  return {
    format: 'csv',
    encoding: decoded.encoding,
    delimiter,
    rows: records.map((cells, i) => ({
      number: i + 1,
      cells: cells.map((cell) => (cell === '' ? null : cell)),
    })),
  };
}

function parseRecords(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The library's message quotes the cell, and the cell may name a person.
    throw new SpreadsheetError(
      `the CSV file is malformed (${error.code}${lineOf(error)}): mind the quotation marks`,
    );
  }
}

function lineOf(error: CsvError): string {
  const line = (error as unknown as { lines?: number }).lines;
  return typeof line === 'number' ? ` at line ${line}` : '';
}
