import type { Catalogue, DomainEvent } from '@minhai/events';
import { type MigrationSet, type Queryable, sqlMigration } from '@minhai/postgres';

/**
 * The views the lake publishes, as tables that a spec fills: services may not import one another, and the real
 * lake takes part in the end-to-end journeys.
 */
export const lakeTables: MigrationSet = {
  name: 'lake',
  migrations: [
    sqlMigration(
      'LakeTables',
      1_790_000_000_000,
      [
        `CREATE TABLE lake.accepted_event (
           domain text, partition int, position bigint, id uuid, type text, schema_id int, source text, subject text,
           time timestamptz, recorded_time timestamptz, region_id text, street_id text, village_id text, seq bigint,
           sensitivity smallint, correction_of uuid, voids uuid, reason text, actor text, value bytea,
           PRIMARY KEY (domain, partition, position)
         )`,
        `CREATE VIEW lake.partition_position AS
           SELECT e.domain, e.partition, max(e.position) AS position FROM lake.accepted_event e GROUP BY e.domain, e.partition`,
        `CREATE TABLE lake.held_event (
           held_id bigint, domain text, type text, region_id text, code text, cause_class text, held_at timestamptz, event_id uuid
         )`,
        `GRANT USAGE ON SCHEMA lake TO minhai_metrics`,
        `GRANT SELECT ON lake.accepted_event, lake.partition_position, lake.held_event TO minhai_metrics`,
      ],
      [`DROP TABLE lake.held_event`, `DROP VIEW lake.partition_position`, `DROP TABLE lake.accepted_event`],
    ),
  ],
};

export interface Accepted {
  readonly domain: string;
  readonly partition: number;
  readonly position: number;
  readonly event: DomainEvent;
}

const optional = <T>(value: T | undefined): T | null => value ?? null;

/** Puts an event where the lake would show it. */
export async function acceptInLake(db: Queryable, catalogue: Catalogue, accepted: Accepted): Promise<void> {
  const { domain, partition, position, event } = accepted;
  const value = catalogue.findSchema(event.schemaId)!.encode(event.data);
  await db.query(
    `INSERT INTO lake.accepted_event VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
    [
      domain,
      partition,
      position,
      event.id,
      event.type,
      event.schemaId,
      event.source,
      event.subject,
      new Date(event.time).toISOString(),
      new Date(event.recordedTime).toISOString(),
      event.regionId,
      optional(event.streetId),
      optional(event.villageId),
      optional(event.seq),
      event.sensitivity,
      optional(event.correctionOf),
      optional(event.voids),
      optional(event.reason),
      optional(event.actor),
      value,
    ],
  );
}
