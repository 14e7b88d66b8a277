import { readStoredEvent, toKafkaRecord, type Catalogue, type StoredEventRow } from '@minhai/events';
import type { Queryable, Statement } from '@minhai/postgres';
import type { PartitionKey } from '../positions/position.store.js';
import type { AcceptedRecord } from './accepted-record.js';

type EventRow = StoredEventRow & { readonly position: number };

const READ_AFTER: Statement = {
  name: 'lake_event_read_after',
  text: `SELECT e.position, e.id, e.schema_id, e.source, e.subject, e.time, e.recorded_time, e.region_id, e.street_id,
                e.village_id, e.seq, e.sensitivity, e.correction_of, e.voids, e.reason, e.actor, e.payload AS value
         FROM lake.event e
         WHERE e.domain = $1 AND e.partition_no = $2 AND e.position > $3
         ORDER BY e.position
         LIMIT $4`,
};

/** Accepted events of a partition after a position, as records for the accepted topic, in order. */
export async function readAcceptedAfter(
  database: Queryable,
  catalogue: Catalogue,
  key: PartitionKey,
  range: { readonly after: number; readonly limit: number },
): Promise<AcceptedRecord[]> {
  const rows = await database.prepared<EventRow>(READ_AFTER, [
    key.domain,
    key.partition,
    range.after,
    range.limit,
  ]);
  return rows.map((row) => recordOf(row, catalogue));
}

/** The value is the stored original; key and headers are made from the columns. */
function recordOf(row: EventRow, catalogue: Catalogue): AcceptedRecord {
  const { key, headers } = toKafkaRecord(readStoredEvent(row, catalogue), catalogue);
  return { position: row.position, record: { key, value: row.value, headers } };
}
