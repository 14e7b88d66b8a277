import { dirname, extname, basename, join } from 'node:path';
import type { Cell, Sheet } from '../../spreadsheet/sheet.js';
import { writeSheetFile } from '../../spreadsheet/write-sheet.js';
import type { BadRow } from './rows/judge-rows.js';
import type { Table } from './rows/table.js';

const TITLES = ['原行号 row', '代码 code', '列 column', '位置 pointer', '原因', 'reason'];

/** `name.problems.csv` beside the sheet, in its format whatever its name. */
export const problemsFileOf = (file: string, { format }: Pick<Sheet, 'format'>): string =>
  join(dirname(file), `${basename(file, extname(file))}.problems.${format}`);

/**
 * The bad rows in a copy of the sheet: title rows, the same columns with their original text (merged cells filled in),
 * and behind them what is wrong. Once corrected, the copy can be imported with the same mapping.
 */
export async function writeProblemsCopy(
  file: string,
  sheet: Sheet,
  { table, bad }: { readonly table: Table; readonly bad: readonly BadRow[] },
): Promise<void> {
  const width = Math.max(...[...table.head, ...bad.map(({ row }) => row)].map(({ cells }) => cells.length));
  const widened = (cells: readonly Cell[]): Cell[] => [
    ...cells,
    ...Array<null>(width - cells.length).fill(null),
  ];
  const head = table.head.map(({ cells }, i) =>
    i === table.head.length - 1 ? [...widened(cells), ...TITLES] : widened(cells),
  );
  const rows = bad.map(({ row, problems }) => [
    ...widened(row.cells),
    row.number,
    joined(problems.map(({ code }) => code)),
    joined(problems.flatMap(({ columns }) => columns)),
    joined(problems.map(({ pointer }) => pointer)),
    joined(problems.map(({ zh }) => zh)),
    joined(problems.map(({ en }) => en)),
  ]);
  await writeSheetFile(file, [...head, ...rows], sheet);
}

const joined = (texts: readonly string[]): string =>
  [...new Set(texts.filter((text) => text !== ''))].join('; ');
