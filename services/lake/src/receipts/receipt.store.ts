import { bulkStatement, type Queryable } from '@minhai/postgres';
import type { PartitionKey } from '../positions/position.store.js';

export interface Repeat {
  readonly offset: bigint;
  readonly eventId: string;
  readonly source: string;
  readonly type: string;
}

const INSERT = bulkStatement(
  'lake_receipt_insert',
  {
    topic: 'text',
    partition_no: 'int4',
    record_offset: 'int8',
    domain: 'text',
    event_id: 'uuid',
    source: 'text',
    type: 'text',
  },
  (rows, columns) => `
    INSERT INTO lake.receipt (${columns}, status)
    SELECT ${columns}, 'duplicate' FROM ${rows}`,
);

/** Records that these offsets carried events the lake already had, content and all. */
export async function insertRepeats(
  tx: Queryable,
  origin: PartitionKey & { readonly topic: string },
  repeats: readonly Repeat[],
): Promise<void> {
  if (repeats.length === 0) return;
  await tx.prepared(
    INSERT,
    INSERT.bind({
      topic: repeats.map(() => origin.topic),
      partition_no: repeats.map(() => origin.partition),
      record_offset: repeats.map(({ offset }) => offset),
      domain: repeats.map(() => origin.domain),
      event_id: repeats.map(({ eventId }) => eventId),
      source: repeats.map(({ source }) => source),
      type: repeats.map(({ type }) => type),
    }),
  );
}
