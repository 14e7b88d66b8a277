import type { Transaction } from '@minhai/postgres';
import type { CellDelta, CellKey } from '../core/cells.js';
import type { FactStatements } from './statements.js';

/** Adds to the cells, in the order given, and deletes those that came to nothing. */
export async function writeCells(
  tx: Transaction,
  statements: FactStatements,
  cells: readonly CellDelta[],
): Promise<void> {
  if (cells.length === 0) return;
  const { addToCells, deleteCells } = statements;
  const columns = { ...keyColumns(cells), amount: cells.map((cell) => cell.amount) };
  const empty = await tx.prepared<CellKey>(addToCells, addToCells.bind(columns));
  if (empty.length > 0) await tx.prepared(deleteCells, deleteCells.bind(keyColumns(empty)));
}

const keyColumns = (cells: readonly CellKey[]) => ({
  measure: cells.map((cell) => cell.measure),
  district: cells.map((cell) => cell.district),
  street: cells.map((cell) => cell.street),
  dims: cells.map((cell) => cell.dims),
  day: cells.map((cell) => cell.day),
});
