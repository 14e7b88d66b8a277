import { CrashError } from '@minhai/errors';
import { toKafkaRecord, type Catalogue, type DomainEvent, type Sensitivity } from '@minhai/events';
import type { Queryable, Statement } from '@minhai/postgres';
import type { PartitionKey } from '../positions/position.store.js';
import type { AcceptedRecord } from './accepted-record.js';

interface EventRow {
  position: number;
  id: string;
  schema_id: number;
  source: string;
  subject: string;
  time: number;
  recorded_time: number;
  region_id: string;
  street_id: string | null;
  village_id: string | null;
  seq: number | null;
  sensitivity: number;
  correction_of: string | null;
  voids: string | null;
  reason: string | null;
  actor: string | null;
  payload: Buffer;
}

const READ_AFTER: Statement = {
  name: 'lake_event_read_after',
  text: `SELECT e.position, e.id, e.schema_id, e.source, e.subject, e.time, e.recorded_time, e.region_id, e.street_id,
                e.village_id, e.seq, e.sensitivity, e.correction_of, e.voids, e.reason, e.actor, e.payload
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
  const { key, headers } = toKafkaRecord(eventOf(row, catalogue), catalogue);
  return { position: row.position, key, value: row.payload, headers };
}

function eventOf(row: EventRow, catalogue: Catalogue): DomainEvent {
  const schema = catalogue.findSchema(row.schema_id);
  if (!schema)
    throw new CrashError(
      'SCHEMA_UNKNOWN',
      `the lake holds schema id ${row.schema_id}, the catalogue does not`,
    );
  return {
    id: row.id,
    source: row.source,
    type: schema.eventType.type,
    subject: row.subject,
    time: row.time,
    recordedTime: row.recorded_time,
    regionId: row.region_id,
    streetId: row.street_id ?? undefined,
    villageId: row.village_id ?? undefined,
    seq: row.seq ?? undefined,
    sensitivity: row.sensitivity as Sensitivity,
    correctionOf: row.correction_of ?? undefined,
    voids: row.voids ?? undefined,
    reason: row.reason ?? undefined,
    actor: row.actor ?? undefined,
    schemaId: row.schema_id,
    data: schema.decode(row.payload),
  };
}
