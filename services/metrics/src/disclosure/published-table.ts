/**
 * Counts of people in a table of rows × columns with its sums. Extended by the sums it is a matrix of (R+1) × (C+1) in
 * which the last column holds the sums of rows, the last row those of columns and the corner the sum of all.
 */
export interface PublishedTable {
  /** Extended matrix; safe integers ≥ 0. */
  readonly cells: readonly (readonly number[])[];
  /** Row sums that are shown to nobody, e.g. because no such figure exists. Default: all are shown. */
  readonly hidesRowSums?: boolean;
  readonly hidesColumnSums?: boolean;
}

/** What is withheld of the extended matrix, cell by cell. */
export type Withheld = readonly (readonly boolean[])[];

/** Adds the sums. `counts`: rows of equal length. */
export function extended(counts: readonly (readonly number[])[]): number[][] {
  const rows = counts.map((row) => [...row, row.reduce((sum, count) => sum + count, 0)]);
  const width = rows[0]?.length ?? 1;
  const sums = Array.from({ length: width }, (_, c) => rows.reduce((sum, row) => sum + row[c]!, 0));
  return [...rows, sums];
}

/** Cells that no reader sees whatever is withheld. */
export const neverShown = (
  { cells, hidesRowSums, hidesColumnSums }: PublishedTable,
  row: number,
  column: number,
): boolean => {
  const isRowSum = column === cells[0]!.length - 1;
  const isColumnSum = row === cells.length - 1;
  return (isRowSum && !isColumnSum && !!hidesRowSums) || (isColumnSum && !isRowSum && !!hidesColumnSums);
};
