import type { Queryable, Statement } from '@minhai/postgres';
import type { PartitionKey } from '../positions/position.store.js';
import type { Reached } from './outcome.js';

interface ReachedRow {
  readonly position: number;
  readonly next_offset: string;
}

const FIND: Statement = {
  name: 'lake_receipt_publication_find',
  text: `SELECT p.position, p.next_offset::text FROM lake.receipt_publication p
         WHERE p.domain = $1 AND p.partition_no = $2`,
};

const COMMITTED: Statement = {
  name: 'lake_receipt_publication_committed',
  text: `SELECT p.position, p.next_offset::text FROM lake.intake_partition p
         WHERE p.domain = $1 AND p.partition_no = $2`,
};

// A process that lost the partition may mark late; the mark never goes back.
const MARK: Statement = {
  name: 'lake_receipt_publication_mark',
  text: `INSERT INTO lake.receipt_publication AS p (domain, partition_no, position, next_offset)
         VALUES ($1, $2, $3, $4)
         ON CONFLICT (domain, partition_no) DO UPDATE
         SET position = excluded.position, next_offset = excluded.next_offset, updated_at = now()
         WHERE p.next_offset <= excluded.next_offset AND p.position <= excluded.position`,
};

const NOTHING: Reached = { position: 0, nextOffset: 0n };

/** How far receipts are known to be in the topic. */
export const findReceipted = (database: Queryable, key: PartitionKey): Promise<Reached> =>
  find(database, FIND, key);

/** How far the partition was read: everything before is committed, for a partition commits one by one. */
export const findCommitted = (database: Queryable, key: PartitionKey): Promise<Reached> =>
  find(database, COMMITTED, key);

export async function markReceipted(database: Queryable, key: PartitionKey, reached: Reached): Promise<void> {
  await database.prepared(MARK, [key.domain, key.partition, reached.position, reached.nextOffset]);
}

async function find(database: Queryable, statement: Statement, key: PartitionKey): Promise<Reached> {
  const [row] = await database.prepared<ReachedRow>(statement, [key.domain, key.partition]);
  return row ? { position: row.position, nextOffset: BigInt(row.next_offset) } : NOTHING;
}
