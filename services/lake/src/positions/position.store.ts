import { bulkStatement, type Queryable, type Statement } from '@minhai/postgres';

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
const ADVANCE = bulkStatement(
  'lake_partition_advance',
  {
    domain: 'text',
    partition_no: 'int4',
    epoch: 'int8',
    from_offset: 'int8',
    next_offset: 'int8',
    accepted: 'int8',
  },
  (rows) => `WITH moved AS (
      UPDATE lake.intake_partition AS p
      SET next_offset = rows.next_offset, position = p.position + rows.accepted, updated_at = now()
      FROM ${rows}
      WHERE p.domain = rows.domain AND p.partition_no = rows.partition_no
        AND p.epoch = rows.epoch AND p.next_offset = rows.from_offset
      RETURNING 1
    ) SELECT count(*)::int AS moved FROM moved`,
);

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

/** How far a partition is to move, if it still is as `from` says. */
export interface PartitionStep {
  readonly origin: PartitionKey;
  readonly from: PartitionState;
  readonly nextOffset: bigint;
  readonly accepted: number;
}

/**
 * Moves offsets and positions on and locks the rows until the end of the transaction. Returns false when someone else
 * moved one of the partitions: the transaction is to be undone.
 */
export async function advancePartitions(tx: Queryable, steps: readonly PartitionStep[]): Promise<boolean> {
  const [row] = await tx.prepared<{ moved: number }>(
    ADVANCE,
    ADVANCE.bind({
      domain: steps.map(({ origin }) => origin.domain),
      partition_no: steps.map(({ origin }) => origin.partition),
      epoch: steps.map(({ from }) => from.epoch),
      from_offset: steps.map(({ from }) => from.nextOffset),
      next_offset: steps.map(({ nextOffset }) => nextOffset),
      accepted: steps.map(({ accepted }) => accepted),
    }),
  );
  return row!.moved === steps.length;
}
