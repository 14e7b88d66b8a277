import type { Transaction } from '@minhai/postgres';
import { cellName, type CellDelta, type CellKey } from '../core/cells.js';
import type { FactStatements } from './statements.js';

/** A cell that changed. */
export interface MovedCell extends CellDelta {
  /** 1 when it began to be, −1 when it came to nothing, 0 when it was there before and still is. */
  readonly begun: 1 | 0 | -1;
}

/** Adds to the cells, in the order given, and deletes those that came to nothing. */
export async function writeCells(
  tx: Transaction,
  statements: FactStatements,
  cells: readonly CellDelta[],
): Promise<MovedCell[]> {
  if (cells.length === 0) return [];
  const { addToCells, deleteCells } = statements;
  const columns = { ...keyColumns(cells), amount: cells.map((cell) => cell.amount) };
  const rows = await tx.prepared<Turned>(addToCells, addToCells.bind(columns));
  const turned = new Map(rows.map((row) => [cellName(row), row.empty ? -1 : 1] as const));
  const empty = rows.filter((row) => row.empty);
  if (empty.length > 0) await tx.prepared(deleteCells, deleteCells.bind(keyColumns(empty)));
  return cells.map((cell) => ({ ...cell, begun: turned.get(cellName(cell)) ?? 0 }));
}

/** A cell that was not there before, or that came to nothing. */
type Turned = CellKey & { readonly empty: boolean };

const keyColumns = (cells: readonly CellKey[]) => ({
  measure: cells.map((cell) => cell.measure),
  district: cells.map((cell) => cell.district),
  street: cells.map((cell) => cell.street),
  dims: cells.map((cell) => cell.dims),
  day: cells.map((cell) => cell.day),
});
