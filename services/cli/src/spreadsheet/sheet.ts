/** What a cell holds. Dates come from xlsx only and are UTC for the wall clock the sheet shows. */
export type Cell = string | number | boolean | Date | null;

export interface SheetRow {
  /** As the spreadsheet program counts it, from 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

export interface Sheet {
  readonly format: 'csv' | 'xlsx';
  /** Encoding of a CSV file. */
  readonly encoding: string | undefined;
  readonly delimiter: string;
  /** Every row from the first on, empty ones included. */
  readonly rows: readonly SheetRow[];
}

/** A file that cannot be read as a table; the message says what to do about it. */
export class SpreadsheetError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SpreadsheetError';
  }
}

/** Departments' sheets have some thousand rows; beyond these a file is a mistake or an attack. */
export const SHEET_LIMITS = {
  fileBytes: 32 * 1024 * 1024,
  /** All parts of an xlsx file together, unpacked. */
  unpackedBytes: 192 * 1024 * 1024,
  parts: 1_000,
  rows: 200_000,
  columns: 400,
} as const;

/** Throws SpreadsheetError when the table is larger than the limits. */
export function requireSize(rows: number, columns: number): void {
  const { rows: mostRows, columns: mostColumns } = SHEET_LIMITS;
  if (rows > mostRows)
    throw new SpreadsheetError(
      `the sheet reaches to row ${rows}, at most ${mostRows} are read: split it, or delete empty rows behind the table`,
    );
  if (columns > mostColumns)
    throw new SpreadsheetError(
      `the sheet reaches to column ${columns}, at most ${mostColumns} are read: delete empty columns behind the table`,
    );
}
