/** A row that one side has and the other has not. */
export interface RowDifference<Table extends string, Row> {
  readonly table: Table;
  readonly only: 'live' | 'recomputed';
  readonly row: Row;
}

export interface RowComparison<Table extends string, Row> {
  readonly count: { readonly live: number; readonly recomputed: number; readonly different: number };
  readonly differences: readonly RowDifference<Table, Row>[];
}

interface Sides<Row> {
  readonly live: readonly Row[];
  readonly recomputed: readonly Row[];
}

/** Compares both ways. `contentOf`: key and values in one text. */
export function compareRows<Table extends string, Row>(
  table: Table,
  { live, recomputed }: Sides<Row>,
  contentOf: (row: Row) => string,
): RowComparison<Table, Row> {
  const missingIn = (rows: readonly Row[], others: readonly Row[]): Row[] => {
    const contents = new Set(others.map(contentOf));
    return rows.filter((row) => !contents.has(contentOf(row)));
  };
  const differences = [
    ...missingIn(live, recomputed).map((row) => ({ table, only: 'live', row }) as const),
    ...missingIn(recomputed, live).map((row) => ({ table, only: 'recomputed', row }) as const),
  ];
  return {
    count: { live: live.length, recomputed: recomputed.length, different: differences.length },
    differences,
  };
}
