import { readRebuild, type StoredRebuild } from '@minhai/facts/store';
import type { Queryable, Statement } from '@minhai/postgres';

export interface Progress {
  /** Events the lake accepted that are not folded yet. */
  readonly lag: number;
  /** Everything the lake accepted is folded, its indicators are written and their changes announced. */
  readonly settled: boolean;
  /** The rebuild of the facts that runs or was broken off. */
  readonly rebuild: StoredRebuild | null;
}

/** One statement, one snapshot. */
const PROGRESS: Statement = {
  name: 'metrics.progress',
  text: `SELECT
      (SELECT coalesce(sum(greatest(p.position - coalesce(c.position, 0), 0)), 0)::int8 FROM lake.partition_position p
        LEFT JOIN metrics.consumed c ON c.domain = p.domain AND c.partition = p.partition) AS lag,
      EXISTS (SELECT FROM metrics.moved) OR EXISTS (SELECT FROM metrics.announcement) AS pending`,
};

export async function readProgress(db: Queryable): Promise<Progress> {
  const [row] = await db.prepared<{ lag: number; pending: boolean }>(PROGRESS, []);
  const rebuild = (await readRebuild(db, 'metrics')) ?? null;
  return { rebuild, lag: row!.lag, settled: row!.lag === 0 && !row!.pending };
}
