import { extended, type PublishedTable, type Withheld } from '../disclosure/published-table.js';
import { protectTable } from '../disclosure/protect-table.js';
import { groupBy } from '../facts/group-by.js';
import type { MonthLine } from './month-lines.js';

/** How the counts of one month are laid out as a table whose sums are known. */
export interface Layout {
  /** Key column that gives the table’s rows; without one the table is a single row and its sum. */
  readonly rows?: string;
  /** Key column that gives the table’s columns. */
  readonly columns: string;
  /** Lines that differ in this key column are in tables of their own. */
  readonly apart?: string;
  /** Columns that count people; a line withheld for one is withheld for all. */
  readonly counts: readonly string[];
  readonly k: number;
}

/** The lines whose counts must be withheld, of any number of months: few people, or what would give them back. */
export function withheldLines(lines: readonly MonthLine[], layout: Layout): ReadonlySet<MonthLine> {
  const { apart, counts } = layout;
  const tables = groupBy(lines, ({ month, key }) => `${month} ${apart ? key[apart]! : ''}`);
  return new Set(
    [...tables.values()].flatMap((table) => counts.flatMap((count) => withheldIn(table, layout, count))),
  );
}

function withheldIn(lines: readonly MonthLine[], { rows, columns, k }: Layout, count: string): MonthLine[] {
  const rowOf = ({ key }: MonthLine): string => (rows ? key[rows]! : '');
  const columnOf = ({ key }: MonthLine): string => key[columns]!;
  const [down, across] = [distinct(lines.map(rowOf)), distinct(lines.map(columnOf))];
  const counts = down.map(() => across.map(() => 0));
  for (const line of lines)
    counts[down.indexOf(rowOf(line))]![across.indexOf(columnOf(line))]! += countOf(line, count);
  const table: PublishedTable = { cells: extended(counts), hidesColumnSums: rows === undefined };
  const withheld: Withheld = protectTable(table, k);
  return lines.filter((line) => withheld[down.indexOf(rowOf(line))]![across.indexOf(columnOf(line))]);
}

const distinct = (names: readonly string[]): string[] => [...new Set(names)].sort();

/** A count that events out of order leave below nothing is nobody. */
const countOf = ({ amounts }: MonthLine, column: string): number =>
  Math.max(0, Number(amounts.get(column) ?? 0n));
