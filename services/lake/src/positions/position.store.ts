import type { Queryable, Statement } from '@minhai/postgres';

export interface PartitionKey {
  readonly domain: string;
  readonly partition: number;
}

export interface PartitionState {
  /** Who may write: raised by every assignment. */
  readonly epoch: number;
  /** Next intake offset to read. */
  readonly nextOffset: bigint;
  /** Newest accepted position; 0 before the first. */
  readonly position: number;
}

interface StateRow {
  epoch: number;
  next_offset: number;
  position: number;
}

const CLAIM: Statement = {
  name: 'lake_partition_claim',
  text: `INSERT INTO lake.intake_partition AS p (domain, partition_no, epoch) VALUES ($1, $2, 1)
         ON CONFLICT (domain, partition_no) DO UPDATE SET epoch = p.epoch + 1, updated_at = now()
         RETURNING p.epoch, p.next_offset, p.position`,
};

const READ = `SELECT p.epoch, p.next_offset, p.position FROM lake.intake_partition p
              WHERE p.domain = $1 AND p.partition_no = $2`;

const LOCK: Statement = { name: 'lake_partition_lock', text: `${READ} FOR UPDATE` };

// The epoch fences a process that lost the partition; next_offset fences one that does not know its own last commit.
const ADVANCE: Statement = {
  name: 'lake_partition_advance',
  text: `UPDATE lake.intake_partition AS p
         SET next_offset = $5, position = p.position + $6, updated_at = now()
         WHERE p.domain = $1 AND p.partition_no = $2 AND p.epoch = $3 AND p.next_offset = $4
         RETURNING p.position`,
};

const stateOf = (row: StateRow): PartitionState => ({
  epoch: row.epoch,
  nextOffset: BigInt(row.next_offset),
  position: row.position,
});

/** Takes the partition over: from here on no earlier holder can commit. Waits for a commit under way. */
export async function claimPartition(database: Queryable, key: PartitionKey): Promise<PartitionState> {
  const [row] = await database.prepared<StateRow>(CLAIM, [key.domain, key.partition]);
  return stateOf(row!);
}

export async function readPartition(database: Queryable, key: PartitionKey): Promise<PartitionState> {
  const [row] = await database.query<StateRow>(READ, [key.domain, key.partition]);
  return stateOf(row!);
}

/** Locks the row until the end of the transaction. */
export async function lockPartition(tx: Queryable, key: PartitionKey): Promise<PartitionState> {
  const [row] = await tx.prepared<StateRow>(LOCK, [key.domain, key.partition]);
  return stateOf(row!);
}

/**
 * Moves offset and position on, if the partition still is as `from` says; locks the row until the end of the
 * transaction. Returns false when someone else moved it.
 */
export async function advancePartition(
  tx: Queryable,
  key: PartitionKey,
  from: PartitionState,
  step: { readonly nextOffset: bigint; readonly accepted: number },
): Promise<boolean> {
  const rows = await tx.prepared(ADVANCE, [
    key.domain,
    key.partition,
    from.epoch,
    from.nextOffset,
    step.nextOffset,
    step.accepted,
  ]);
  return rows.length === 1;
}
