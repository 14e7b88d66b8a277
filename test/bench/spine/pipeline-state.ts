import type { Queryable } from '@minhai/postgres';

/** How far events have come, each the sum over all partitions. */
export interface PipelineState {
  readonly accepted: number;
  /** Accepted and known to be in the accepted topics. */
  readonly published: number;
  readonly folded: number;
  /** Folded, but an indicator is not written yet. */
  readonly unsettled: boolean;
}

const STATE = `SELECT
  (SELECT coalesce(sum(p.position), 0)::int8 FROM lake.intake_partition p) AS accepted,
  (SELECT coalesce(sum(p.position), 0)::int8 FROM lake.publication p) AS published,
  (SELECT coalesce(sum(c.position), 0)::int8 FROM metrics.consumed c) AS folded,
  EXISTS (SELECT FROM metrics.moved) AS unsettled,
  (SELECT count(*) FROM lake.quarantine q) AS held`;

/** Throws when the lake held events back: the streams of the benches are all in order. */
export async function pipelineState(db: Queryable): Promise<PipelineState> {
  const [row] = await db.query<PipelineState & { held: number }>(STATE);
  const { held, ...state } = row!;
  if (held > 0) throw new Error(`the lake holds ${held} events in quarantine`);
  return state;
}
