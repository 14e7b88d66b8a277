import { readStoredEvent, type Catalogue, type StoredEventRow } from '@minhai/events';
import type { PositionedEvent } from '@minhai/facts/store';
import type { Queryable, Statement } from '@minhai/postgres';

export interface PartitionPosition {
  readonly domain: string;
  readonly partition: number;
  readonly position: number;
}

type AcceptedEventRow = StoredEventRow & { readonly position: number };

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
    return rows.map((row) => ({
      position: row.position,
      value: row.value,
      event: readStoredEvent(row, this.catalogue),
    }));
  }
}
