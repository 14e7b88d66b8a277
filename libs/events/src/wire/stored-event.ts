import { CrashError } from '@minhai/errors';
import type { Catalogue } from '../catalogue/catalogue.js';
import type { DomainEvent, Sensitivity } from '../envelope.js';

/** An accepted event as the lake's tables and views keep it: columns of the envelope and the framed Avro bytes. */
export interface StoredEventRow {
  readonly id: string;
  readonly schema_id: number;
  readonly source: string;
  readonly subject: string;
  /** Epoch milliseconds, as is `recorded_time`. */
  readonly time: number;
  readonly recorded_time: number;
  readonly region_id: string;
  readonly street_id: string | null;
  readonly village_id: string | null;
  readonly seq: number | null;
  readonly sensitivity: number;
  readonly correction_of: string | null;
  readonly voids: string | null;
  readonly reason: string | null;
  readonly actor: string | null;
  readonly value: Buffer;
}

/** Reads a stored event back, its payload as the newest version has it. Throws CrashError when the catalogue lacks its schema: this build is older than the lake. */
export function readStoredEvent(row: StoredEventRow, catalogue: Catalogue): DomainEvent {
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
    data: schema.upgrade(schema.decode(row.value)),
  };
}
