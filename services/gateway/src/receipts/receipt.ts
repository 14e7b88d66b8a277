import { formatInstant } from '@minhai/domain';

export const RECEIPT_STATUSES = ['accepted', 'quarantined', 'duplicate', 'conflict'] as const;
export type ReceiptStatus = (typeof RECEIPT_STATUSES)[number];

/** One row of the lake's published view `lake.receipt_status`. */
export interface ReceiptRow {
  readonly eventId: string;
  readonly source: string;
  readonly status: ReceiptStatus;
  readonly code: string | null;
  readonly pointer: string | null;
  readonly message: string | null;
  readonly domain: string | null;
  readonly partition: number | null;
  readonly position: number | null;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
}

export interface ReceiptEntry {
  readonly status: ReceiptStatus;
  readonly code: string | null;
  readonly pointer: string | null;
  readonly message: string | null;
  readonly domain: string | null;
  readonly partition: number | null;
  readonly position: number | null;
  readonly receivedAt: string;
}

export interface Receipt extends ReceiptEntry {
  readonly id: string;
  /** Everything that ever arrived under this id, oldest first. */
  readonly history: readonly ReceiptEntry[];
}

/**
 * What the sender must know first: another content is held under his id; else that his event counts;
 * else that it is held; a duplicate alone says the least.
 */
const WEIGHT: Record<ReceiptStatus, number> = { conflict: 3, accepted: 2, quarantined: 1, duplicate: 0 };

/** Pure: the rows of one id, at least one, as one receipt. */
export function receiptOf(id: string, rows: readonly ReceiptRow[]): Receipt {
  const history = rows.toSorted((a, b) => a.receivedAt - b.receivedAt).map(entryOf);
  const head = history.reduce((best, entry) => (WEIGHT[entry.status] > WEIGHT[best.status] ? entry : best));
  return { id, ...head, history };
}

const entryOf = (row: ReceiptRow): ReceiptEntry => ({
  status: row.status,
  code: row.code,
  pointer: row.pointer,
  message: row.message,
  domain: row.domain,
  partition: row.partition,
  position: row.position,
  receivedAt: formatInstant(row.receivedAt),
});
