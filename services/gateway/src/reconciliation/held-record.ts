import { formatInstant } from '@minhai/domain';
import { CODES, isCode, type CodeAdvice } from '@minhai/errors';

/** One row of the lake's published view `lake.reconciliation_held`. */
export interface HeldRow {
  readonly quarantineId: number;
  readonly eventId: string | null;
  readonly source: string | null;
  readonly type: string | null;
  readonly status: 'quarantined' | 'conflict';
  readonly code: string;
  readonly pointer: string;
  readonly topic: string;
  readonly partition: number;
  readonly recordOffset: number;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
}

/** A record that did not land, so that its sender can find it and knows what to do. */
export interface HeldRecord {
  readonly eventId: string | null;
  readonly source: string | null;
  readonly type: string | null;
  readonly status: 'quarantined' | 'conflict';
  readonly code: string;
  readonly pointer: string;
  readonly advice: CodeAdvice | null;
  readonly receivedAt: string;
  readonly origin: { readonly topic: string; readonly partition: number; readonly offset: number };
}

export const heldRecordOf = (row: HeldRow): HeldRecord => ({
  eventId: row.eventId,
  source: row.source,
  type: row.type,
  status: row.status,
  code: row.code,
  pointer: row.pointer,
  advice: isCode(row.code) ? CODES[row.code] : null,
  receivedAt: formatInstant(row.receivedAt),
  origin: { topic: row.topic, partition: row.partition, offset: row.recordOffset },
});
