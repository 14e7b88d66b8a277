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
  // Each text is made once: those of all figures and standings are a good part of a verification.
  const [ofLive, ofRecomputed] = [live.map(contentOf), recomputed.map(contentOf)];
  const differences = [
    ...missingIn(live, ofLive, ofRecomputed).map((row) => ({ table, only: 'live', row }) as const),
    ...missingIn(recomputed, ofRecomputed, ofLive).map(
      (row) => ({ table, only: 'recomputed', row }) as const,
    ),
  ];
  return {
    count: { live: live.length, recomputed: recomputed.length, different: differences.length },
    differences,
  };
}

function missingIn<Row>(rows: readonly Row[], contents: readonly string[], others: readonly string[]): Row[] {
  const known = new Set(others);
  return rows.filter((_, i) => !known.has(contents[i]!));
}
