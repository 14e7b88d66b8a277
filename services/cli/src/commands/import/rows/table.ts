import { cellText, comparable, isBlank } from '../../../spreadsheet/cell-text.js';
import type { Cell, Sheet, SheetRow } from '../../../spreadsheet/sheet.js';
import { editDistance } from '@minhai/samples';
import { CommandError } from '../../command.js';
import { columnsOf, type Condition, type Mapping, type ValueSpec } from '../mapping/mapping.js';
import { ATTRIBUTE_NAMES } from '../mapping/target.js';
import { holds } from './condition.js';

export interface TableRow {
  readonly number: number;
  /** With merged cells filled in. */
  readonly cells: readonly Cell[];
  /** Null when an optional column is missing. */
  cell(header: string): Cell;
}

export interface Table {
  /** Everything down to the column titles, as it stands in the sheet. */
  readonly head: readonly SheetRow[];
  readonly rows: readonly TableRow[];
  /** Rows left out: empty, totals, whatever the mapping skips. */
  readonly skipped: number;
}

/** The records of a sheet. Throws CommandError that names every column the mapping asks for and the sheet lacks. */
export function readTable(sheet: Sheet, mapping: Mapping): Table {
  const head = sheet.rows.slice(0, mapping.header);
  const titles = (head[mapping.header - 1]?.cells ?? []).map((cell) => comparable(cellText(cell)));
  const index = findColumns(titles, mapping);
  const rows: TableRow[] = [];
  let skipped = 0;
  let above: readonly Cell[] = [];
  const filled = Object.keys(mapping.columns).filter((header) => mapping.columns[header]!.fillDown);
  for (const row of sheet.rows.slice(mapping.header)) {
    const plain = tableRow(row.number, row.cells, index);
    if (row.cells.every(isBlank) || mapping.skip?.some((condition) => holds(condition, plain))) {
      skipped++;
      continue;
    }
    const cells = fillDown(
      row.cells,
      above,
      filled.map((header) => index.get(comparable(header))),
    );
    above = cells;
    rows.push(tableRow(row.number, cells, index));
  }
  return { head, rows, skipped };
}

function tableRow(number: number, cells: readonly Cell[], index: ReadonlyMap<string, number>): TableRow {
  return {
    number,
    cells,
    cell: (header) => cells[index.get(comparable(header)) ?? -1] ?? null,
  };
}

function fillDown(
  cells: readonly Cell[],
  above: readonly Cell[],
  columns: readonly (number | undefined)[],
): readonly Cell[] {
  const filled = [...cells];
  for (const column of columns)
    if (column !== undefined && isBlank(filled[column] ?? null)) filled[column] = above[column] ?? null;
  return filled;
}

/** Every header a mapping reads. */
function headersOf(mapping: Mapping): string[] {
  const specs: (ValueSpec | undefined)[] = [...mapping.key];
  const conditions: Condition[] = [...(mapping.skip ?? [])];
  for (const event of mapping.events) {
    specs.push(
      ...(event.key ?? []),
      ...Object.values(event.data),
      ...ATTRIBUTE_NAMES.map((name) => event[name]),
    );
    conditions.push(...(event.when ?? []));
  }
  const headers = [
    ...specs.flatMap(columnsOf),
    ...conditions.map(({ column }) => column),
    ...Object.keys(mapping.columns),
  ];
  return [...new Set(headers)];
}

function findColumns(titles: readonly string[], mapping: Mapping): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  const errors: string[] = [];
  for (const header of headersOf(mapping)) {
    const wanted = comparable(header);
    const places = titles.flatMap((title, i) => (title === wanted ? [i] : []));
    if (places.length === 1) index.set(wanted, places[0]!);
    else if (places.length > 1)
      errors.push(`there are ${places.length} columns ${header}; give them different titles`);
    else if (!mapping.columns[header]?.optional)
      errors.push(`there is no column ${header}${nearest(wanted, titles)}`);
  }
  if (errors.length > 0)
    throw new CommandError(
      `row ${mapping.header} of the sheet does not have the titles the mapping names:\n${errors.map((error) => `  ${error}`).join('\n')}`,
    );
  return index;
}

function nearest(wanted: string, titles: readonly string[]): string {
  const near = titles
    .filter((title) => title !== '')
    .map((title) => ({
      title,
      distance: title.includes(wanted) || wanted.includes(title) ? 0 : editDistance(title, wanted),
    }))
    .sort((a, b) => a.distance - b.distance)[0];
  return near === undefined ? '; the row is empty' : `; the nearest is ${near.title}`;
}
