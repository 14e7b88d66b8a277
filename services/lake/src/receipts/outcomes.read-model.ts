import type { Queryable, Statement } from '@minhai/postgres';
import type { PartitionKey } from '../positions/position.store.js';
import { statusOfHeld, type OutcomeStatus } from './count-outcomes.js';
import { nextWindow, type Window } from './next-window.js';
import type { Outcome, Reached } from './outcome.js';

interface Row {
  readonly record_offset: number | null;
  readonly event_id: string | null;
  readonly source: string | null;
  readonly type: string | null;
  readonly code: string | null;
  readonly pointer: string | null;
  readonly position: number | null;
  readonly received_at: number;
}

const ACCEPTED: Statement = {
  name: 'lake_outcomes_accepted',
  text: `SELECT e.record_offset, e.id AS event_id, e.source, s.type, NULL AS code, NULL AS pointer, e.position,
                e.accepted_at AS received_at
         FROM (SELECT * FROM lake.event e
               WHERE e.domain = $1 AND e.partition_no = $2 AND e.position > $3 AND e.position <= $4
               ORDER BY e.position
               LIMIT $5) e
         LEFT JOIN lake.schema s ON s.schema_id = e.schema_id
         ORDER BY e.position`,
};

const OTHERS: Statement = {
  name: 'lake_outcomes_others',
  text: `SELECT q.record_offset, q.event_id, q.source, q.type, q.code, q.pointer, NULL::bigint AS position, q.received_at
         FROM lake.quarantine q
         WHERE q.topic = $1 AND q.partition_no = $2 AND q.record_offset >= $3 AND q.record_offset < $4
         UNION ALL
         SELECT r.record_offset, r.event_id, r.source, r.type, NULL, NULL, NULL, r.received_at
         FROM lake.receipt r
         WHERE r.topic = $1 AND r.partition_no = $2 AND r.record_offset >= $3 AND r.record_offset < $4
         ORDER BY record_offset
         LIMIT $5`,
};

export interface Stretch {
  readonly from: Reached;
  readonly to: Reached;
  /** Most rows of each kind. */
  readonly limit: number;
}

/** The outcomes of an intake partition after `from`, in order; `to` must be committed. */
export async function readOutcomes(
  database: Queryable,
  key: PartitionKey & { readonly topic: string },
  { from, to, limit }: Stretch,
): Promise<Window> {
  const accepted = await database.prepared<Row>(ACCEPTED, [
    key.domain,
    key.partition,
    from.position,
    to.position,
    limit,
  ]);
  const others = await database.prepared<Row>(OTHERS, [
    key.topic,
    key.partition,
    from.nextOffset,
    to.nextOffset,
    limit,
  ]);
  return nextWindow(from, to, { accepted: accepted.map(outcomeOf), others: others.map(outcomeOf), limit });
}

const outcomeOf = (row: Row): Outcome => ({
  offset: row.record_offset,
  status: statusOf(row),
  eventId: row.event_id,
  source: row.source,
  type: row.type,
  code: row.code,
  pointer: row.pointer,
  position: row.position,
  receivedAt: row.received_at,
});

function statusOf({ position, code }: Row): OutcomeStatus {
  if (position !== null) return 'accepted';
  return code === null ? 'duplicate' : statusOfHeld(code);
}
