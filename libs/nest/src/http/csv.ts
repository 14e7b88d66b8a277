export type CsvCell = string | number | null;

/** A byte order mark, by which spreadsheet programs know UTF-8. */
const BOM = '\uFEFF';

/** A decimal is no formula, whatever its sign. */
const isFormula = (text: string): boolean => /^[=+\-@\t\r]/.test(text) && !/^-\d+(\.\d+)?$/.test(text);

/** RFC 4180. A text that a spreadsheet would take for a formula is made one it does not. */
function cellOf(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = isFormula(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV that spreadsheet programs open as UTF-8; lines end in CRLF. */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): string =>
  BOM + rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
