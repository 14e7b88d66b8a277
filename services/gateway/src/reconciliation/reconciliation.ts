import type { ReceiptStatus } from '../receipts/receipt.js';

/** One row of the lake's published view `lake.reconciliation`. */
export interface OutcomeRow {
  /** Of receipt, Asia/Shanghai. */
  readonly day: string;
  /** Null when it could not be read. */
  readonly source: string | null;
  readonly type: string | null;
  readonly status: ReceiptStatus;
  readonly code: string | null;
  readonly records: number;
}

/** sent = landed + held + duplicates + conflicts, always. Each is a number of records the lake read. */
export interface Counts {
  readonly sent: number;
  readonly landed: number;
  readonly held: number;
  readonly duplicates: number;
  readonly conflicts: number;
  /** Adds up to `held`. */
  readonly heldByCode: Readonly<Record<string, number>>;
}

export interface TypeCounts extends Counts {
  readonly type: string | null;
}

export interface SourceDay extends Counts {
  readonly day: string;
  readonly source: string | null;
  readonly types: readonly TypeCounts[];
}

/** Pure: counts per day and source, each with its types, in the order of the rows. */
export function sourceDaysOf(rows: readonly OutcomeRow[]): SourceDay[] {
  return groups(rows, ({ day, source }) => `${day} ${source ?? ''}`).map((own) => ({
    day: own[0]!.day,
    source: own[0]!.source,
    ...countsOf(own),
    types: groups(own, ({ type }) => type ?? '').map((same) => ({ type: same[0]!.type, ...countsOf(same) })),
  }));
}

/** Pure: the sum of any rows. */
export function countsOf(rows: readonly OutcomeRow[]): Counts {
  const total = { accepted: 0, quarantined: 0, duplicate: 0, conflict: 0 };
  const heldByCode: Record<string, number> = {};
  for (const { status, code, records } of rows) {
    total[status] += records;
    if (status === 'quarantined') heldByCode[code!] = (heldByCode[code!] ?? 0) + records;
  }
  return {
    sent: total.accepted + total.quarantined + total.duplicate + total.conflict,
    landed: total.accepted,
    held: total.quarantined,
    duplicates: total.duplicate,
    conflicts: total.conflict,
    heldByCode,
  };
}

function groups<T>(rows: readonly T[], keyOf: (row: T) => string): T[][] {
  const byKey = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = byKey.get(key);
    if (group) group.push(row);
    else byKey.set(key, [row]);
  }
  return [...byKey.values()];
}
