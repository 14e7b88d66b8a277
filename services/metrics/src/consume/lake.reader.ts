import { CrashError } from '@minhai/errors';
import type { Catalogue, Sensitivity } from '@minhai/events';
import type { PositionedEvent } from '@minhai/facts/store';
import type { Queryable, Statement } from '@minhai/postgres';

export interface PartitionPosition {
  readonly domain: string;
  readonly partition: number;
  readonly position: number;
}

interface AcceptedEventRow {
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
  value: Buffer;
}

const POSITIONS: Statement = {
  name: 'metrics.lake_positions',
  text: `SELECT p.domain, p.partition, p.position FROM lake.partition_position p ORDER BY p.domain, p.partition`,
};

const PAGE: Statement = {
  name: 'metrics.lake_page',
  text: `SELECT e.position, e.id, e.schema_id, e.source, e.subject, e.time, e.recorded_time, e.region_id, e.street_id,
      e.village_id, e.seq, e.sensitivity, e.correction_of, e.voids, e.reason, e.actor, e.value
    FROM lake.accepted_event e
    WHERE e.domain = $1 AND e.partition = $2 AND e.position >= $3 AND e.position < $4
    ORDER BY e.position LIMIT $5`,
};

export interface PageRequest {
  readonly domain: string;
  readonly partition: number;
  /** First position wanted. */
  readonly from: number;
  /** First position not wanted. */
  readonly to: number;
}

/** The lake's published views: every accepted event, whatever Kafka still holds. */
export class LakeReader {
  constructor(
    private readonly db: Queryable,
    private readonly catalogue: Catalogue,
  ) {}

  /** How far each partition was accepted. */
  positions(): Promise<PartitionPosition[]> {
    return this.db.prepared<PartitionPosition & object>(POSITIONS, []);
  }

  /** At most `limit` events in position order. */
  async page({ domain, partition, from, to }: PageRequest, limit: number): Promise<PositionedEvent[]> {
    const rows = await this.db.prepared<AcceptedEventRow>(PAGE, [domain, partition, from, to, limit]);
    return rows.map((row) => this.toEvent(row));
  }

  private toEvent(row: AcceptedEventRow): PositionedEvent {
    const schema = this.catalogue.findSchema(row.schema_id);
    if (!schema)
      throw new CrashError(
        'SCHEMA_UNKNOWN',
        `the lake holds an event of the unknown schema ${row.schema_id}`,
      );
    return {
      position: row.position,
      value: row.value,
      event: {
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
        data: schema.decode(row.value) as Readonly<Record<string, unknown>>,
      },
    };
  }
}
