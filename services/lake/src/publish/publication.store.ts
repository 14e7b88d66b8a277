import { binaryArray, type Queryable, type Statement } from '@minhai/postgres';
import type { PartitionKey } from '../positions/position.store.js';

export interface PublishedPosition extends PartitionKey {
  readonly position: number;
}

const FIND: Statement = {
  name: 'lake_publication_find',
  text: `SELECT p.position FROM lake.publication p WHERE p.domain = $1 AND p.partition_no = $2`,
};

// A process that lost the partition may mark late; the mark never goes back.
const MARK: Statement = {
  name: 'lake_publication_mark',
  text: `INSERT INTO lake.publication AS p (domain, partition_no, position)
         SELECT * FROM unnest($1::text[], $2::integer[], $3::bigint[])
         ON CONFLICT (domain, partition_no) DO UPDATE
         SET position = excluded.position, updated_at = now()
         WHERE p.position < excluded.position`,
};

/** Newest position known to be in the accepted topic; 0 before the first. */
export async function findPublished(database: Queryable, key: PartitionKey): Promise<number> {
  const [row] = await database.prepared<{ position: number }>(FIND, [key.domain, key.partition]);
  return row?.position ?? 0;
}

export async function markPublished(database: Queryable, marks: readonly PublishedPosition[]): Promise<void> {
  await database.prepared(MARK, [
    binaryArray(
      'text',
      marks.map((mark) => mark.domain),
    ),
    binaryArray(
      'int4',
      marks.map((mark) => mark.partition),
    ),
    binaryArray(
      'int8',
      marks.map((mark) => mark.position),
    ),
  ]);
}
